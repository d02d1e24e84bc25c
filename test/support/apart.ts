import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What came of a file: how its text begins or the code of what was thrown, the codes of its problems, what was reached, what it took. */
export interface Said {
  readonly said: string
  readonly problems: readonly string[]
  /** How often something asked for the network. */
  readonly reached: number
  /** MB that the process took at most, with all that it runs on. */
  readonly memory: number
}

const urlOf = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
const PROGRAM = `
  import dns from 'node:dns'
  import net from 'node:net'
  import { readFileSync } from 'node:fs'
  let reached = 0
  net.Socket.prototype.connect = dns.lookup = globalThis.fetch = () => { reached++; throw new Error('network') }
  const { peak } = await import(${urlOf('./peak.ts')})
  const { inProcess, readWhole } = await import(${urlOf('../../lib/pipeline/index.ts')})
  const answer = await readWhole(inProcess, readFileSync(process.argv[1])).then(
    ({ reading, problems }) => ({ said: reading.text.slice(0, 80), problems: problems.map(({ code }) => code) }),
    (error) => ({ said: error.code ?? error.stack, problems: [] }),
  )
  process.stdout.write(JSON.stringify({ ...answer, reached, memory: peak() }))`

/** What comes of a file in a process of its own that has no network. Its pictures are recognised, too. */
export async function readApart(bytes: Uint8Array): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), 'stratlas-apart-'))
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [said] = await Promise.all([
    Array.fromAsync(child.stdout.setEncoding('utf8')),
    new Promise((end) => child.on('exit', end)),
  ])
  rmSync(folder, { recursive: true })
  return JSON.parse(said.join('').split('\n').at(-1) ?? '')
}
