import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hold } from '../../lib/local/hold.ts'
import { startServer } from '../../lib/local/server.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stratlas-hold-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Another process that holds the data until it is killed. */
async function holder() {
  const module = join(import.meta.dirname, '../../lib/local/hold.ts')
  const program = `import { hold } from ${JSON.stringify(module)}; hold(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  return child
}

test('data are held by one process, which is named to others, and are free when it was killed', async () => {
  const child = await holder()
  expect(() => hold(directory)).toThrow(
    expect.objectContaining({ code: 'DATA_BUSY', message: expect.stringContaining(`process ${child.pid}`) }),
  )
  await expect(startServer({ data: directory, port: 0 })).rejects.toMatchObject({ code: 'DATA_BUSY' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  hold(directory)()
})

test('a server lets go of its data when it is closed, and when it cannot be reached', async () => {
  const first = await startServer({ data: directory, port: 0 })
  await expect(startServer({ data: directory, port: 0 })).rejects.toMatchObject({ code: 'DATA_BUSY' })
  const other = join(directory, 'other')
  const port = Number(new URL(first.address).port)
  await expect(startServer({ data: other, port })).rejects.toMatchObject({ code: 'PORT_BUSY' })
  hold(other)()
  await first.close()
  hold(directory)()
})
