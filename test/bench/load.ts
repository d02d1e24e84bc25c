import { execFileSync } from 'node:child_process'
import { median, print } from './measure.ts'

const ENGINE = JSON.stringify(new URL('../../lib/pipeline/analyse.ts', import.meta.url).href)
const FIRST = {
  sr: 'Opština Ivanjica pruža uslugu pomoć u kući za starije, koju 2024. godine finansira Ministarstvo.',
  pl: 'Gmina Nowe prowadzi usługi opiekuńcze dla seniorów, które w 2024 roku finansuje PFRON.',
} as const

const program = (text: string): string => `
  const memory = () => { globalThis.gc(); return process.memoryUsage().heapUsed + process.memoryUsage().external }
  const before = memory(), start = performance.now()
  const { analyse } = await import(${ENGINE})
  const loaded = performance.now(), modules = memory()
  const source = { key: '', mediaType: '', bytes: 0, sha256: '0'.repeat(64), receivedAt: '' }
  const timed = () => {
    const begun = performance.now()
    analyse({ reading: { text: ${JSON.stringify(text)}, pages: [], marks: [] }, source, problems: [] })
    return performance.now() - begun
  }
  const first = timed(), lists = memory(), second = timed()
  console.log(JSON.stringify([loaded - start, (modules - before) / 1e6, first - second, (lists - modules) / 1e6]))`

/**
 * What a new process pays before its first record: its modules, then the lists of one language, which the first record
 * takes longer for than a second.
 */
export function load(): void {
  const rows: (string | number)[][] = [['language', 'modules ms', 'modules MB', 'lists ms', 'lists MB']]
  for (const [language, text] of Object.entries(FIRST)) {
    const args = ['--expose-gc', '--input-type=module', '--eval', program(text)]
    const runs = Array.from(
      { length: 5 },
      () => JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as number[],
    )
    rows.push([language, ...[0, 1, 2, 3].map((i) => median(runs.map((run) => run[i] ?? 0)))])
  }
  print('Start of the engine in a new process', rows)
}
