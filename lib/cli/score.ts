import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calibrated } from '../claims/confidence.ts'
import { RATES, SETS } from '../contract/index.ts'
import { judged, type Pair, pageOf, qualityOf, type Score, score as scoreOf, tallyOf, worst } from '../score/index.ts'
import { command, UsageError } from './command.ts'
import { heldOut, type Lessons, pairsOf, parents } from './golden.ts'
import { note, write } from './output.ts'
import { readingFigures } from './reading.ts'

const ROOT = join(import.meta.dirname, '../..')
const WORST = 10

/** `stratlas score [DIR…]`: how right the engine is on documents with gold beside them. */
export const score = command({
  name: 'score',
  usage: '[DIR…] [--errors] [--write]',
  summary: 'Scores the engine against documents annotated by hand.',
  help: [
    'Gold stands beside its document: NAME.gold.json, or expected.json. Without a folder the project’s own is taken.',
    'Columns: precision, recall, F1 in percent; right, wrong and missed items.',
    '',
    '  --errors  lists every missed (-) and wrong (+) item',
    '  --write   writes docs/quality.md, and the measured lib/data/*.json from the project’s own gold',
  ],
  options: { errors: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  async run({ values, positionals }) {
    if (values.write && positionals.length > 0) throw new UsageError('--write measures the project’s own gold only.')
    const { pairs, lessons } = positionals.length > 0 ? { pairs: await pairsOf(positionals) } : await heldOut()
    const all = scoreOf(pairs, parents)
    if (values.errors) await write(all.errors.map((error) => `${error}\n`).join(''))
    await write(linesOf('all', all))
    const slices = {
      language: (pair: Pair) => `${pair.gold.language}-${pair.gold.script}`,
      kind: (pair: Pair) => pair.gold.kind,
    }
    for (const key of Object.values(slices))
      for (const [name, own] of Map.groupBy(pairs, key)) await write(linesOf(name, scoreOf(own, parents)))
    if (values.write && lessons) await record(pairs, lessons)
    return 0
  },
})

function linesOf(name: string, { documents, sets, rates }: Score): string {
  const percent = (share: number) => (share * 100).toFixed(1).padStart(6)
  const lines = SETS.map((dimension) => {
    const { precision, recall, f1, right, spurious, missed } = sets[dimension]
    const counts = [right, spurious, missed].map((n) => String(n).padStart(5))
    return `  ${dimension.padEnd(13)}${[precision, recall, f1].map(percent).join('')}${counts.join('')}`
  })
  const shares = RATES.map((rate) => `${rate}${percent(rates[rate])}`).join('   ')
  return [`${name}: ${documents} documents`, ...lines, `  ${shares}`, ''].join('\n')
}

/** Writes what was measured to where the documentation, the API and the engine read it. */
async function record(pairs: readonly Pair[], lessons: Lessons): Promise<void> {
  const { stem } = await import('./stems.ts')
  const quality = qualityOf(pairs, { parents, stem, reading: await readingFigures() })
  const tally = tallyOf(pairs.flatMap((pair) => judged(pair, parents)))
  const errors = worst(pairs, parents, { confidence: calibrated(tally), most: WORST })
  const files = {
    'lib/data/quality.json': `${JSON.stringify(quality, null, 1)}\n`,
    'lib/data/confidence.json': `${JSON.stringify(tally, null, 1)}\n`,
    'lib/data/ties.json': `${JSON.stringify(lessons.ties, null, 1)}\n`,
    'lib/data/kind-signs.json': `${JSON.stringify(lessons.kinds, null, 1)}\n`,
    'docs/quality.md': pageOf(quality, errors),
  }
  for (const [path, text] of Object.entries(files)) {
    await writeFile(join(ROOT, path), text)
    note(`wrote ${path}`)
  }
}
