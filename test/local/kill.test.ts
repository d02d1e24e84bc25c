import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { openHome } from '../../lib/local/home.ts'

const KEYS = Array.from({ length: 100 }, (_, i) => `uploads/${i}.txt`)

/** Runs the uploading process; kills it without a warning once it has acknowledged so many. Answers what it said. */
async function run(directory: string, keys: readonly string[], killAfter = Number.POSITIVE_INFINITY) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'uploads.ts'), directory, ...keys], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 25_000,
    killSignal: 'SIGKILL',
  })
  const ended = once(child, 'close')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === killAfter) child.kill('SIGKILL')
  }
  const [status, signal] = await ended
  return { said, status, signal }
}

it('finishes all documents, none twice, when it is killed in the middle of 100 uploads and started again', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'stratlas-'))
  const first = await run(directory, KEYS, 50)
  expect(first.signal).toBe('SIGKILL')
  expect(first.said).not.toContain('done')

  const acknowledged = new Set(first.said.map((line) => line.replace('got ', '')))
  const second = await run(
    directory,
    KEYS.filter((key) => !acknowledged.has(key)),
  )
  expect(second).toMatchObject({ status: 0 })
  expect(second.said).toContain('done')

  const home = openHome(directory)
  const { items, cursor } = await home.store.documents({}, { limit: 200 })
  expect(cursor).toBeUndefined()
  expect(items.map(({ source }) => source.key).sort()).toEqual([...KEYS].sort())
  expect(items.filter(({ status, revision }) => status !== 'analysed' || revision !== 1)).toEqual([])
  for (const queue of Object.values(home.queues)) expect(await queue.depth()).toEqual({ waiting: 0, dead: 0 })
  const subjects = items.filter(({ municipalities }) => municipalities.includes('rs-70955'))
  expect((await home.store.profile('rs-70955'))?.documents ?? 0).toBe(subjects.length)
  await home.close()
  rmSync(directory, { recursive: true })
})
