import { execFileSync } from 'node:child_process'
import { median, print } from './measure.ts'

const ENGINE = JSON.stringify(new URL('../../lib/pipeline/analyse.ts', import.meta.url).href)
const FIRST = {
  sr: 'Opština Ivanjica pruža uslugu pomoć u kući za starije, koju 2024. godine finansira Ministarstvo.',
  pl: 'Gmina Nowe prowadzi usługi opiekuńcze dla seniorów, które w 2024 roku finansuje PFRON.',
} as const

const program = (text: string): string => `
  const memory = () => { globalThis.gc(); return process.memoryUsage().heapUsed + process.memoryUsage().external }
  const start = performance.now(), before = memory(), begun = performance.now()
  const { analyse } = await import(${ENGINE})
  const loaded = performance.now()
  const source = { key: '', mediaType: '', bytes: 0, sha256: '0'.repeat(64), receivedAt: '' }
  analyse({ reading: { text: ${JSON.stringify(text)}, pages: [], marks: [] }, source, problems: [] })
  const first = performance.now()
  console.log(JSON.stringify([loaded - begun, first - loaded, (memory() - before) / 1e6]))`

/** What a new process pays before its first record: modules with their lists, then the compiled lists of one language. */
export function load(): void {
  const rows: (string | number)[][] = [['language', 'modules and lists ms', 'first record ms', 'memory MB']]
  for (const [language, text] of Object.entries(FIRST)) {
    const args = ['--expose-gc', '--input-type=module', '--eval', program(text)]
    const runs = Array.from(
      { length: 5 },
      () => JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as number[],
    )
    rows.push([language, ...[0, 1, 2].map((i) => median(runs.map((run) => run[i] ?? 0)))])
  }
  print('Start of the engine in a new process', rows)
}
