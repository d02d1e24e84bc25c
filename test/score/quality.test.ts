import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { measured, Tally } from '../../lib/claims/confidence.ts'
import { heldOut, parents } from '../../lib/cli/golden.ts'
import { readingFigures } from '../../lib/cli/reading.ts'
import { Quality, RATES, SETS } from '../../lib/contract/index.ts'
import { type Judged, judged, type Pair, type Score, score, tablesOf, tallyOf } from '../../lib/score/index.ts'

/** A dimension may lose this much against the committed figures before somebody must look: one point of F1. */
const TOLERANCE = 0.01
/** All gold is analysed twice. */
const MINUTES = 240_000
const MEND = 'If the change is meant, run `npm run score` and commit what it writes.'

const committed = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const quality = Quality.parse(JSON.parse(committed('lib/data/quality.json')))

let pairs: Pair[]
let fresh: Score
let claims: Judged[]
beforeAll(async () => {
  pairs = (await heldOut()).pairs
  fresh = score(pairs, parents)
  claims = pairs.flatMap((pair) => judged(pair, parents))
}, MINUTES)

describe('against the committed figures', () => {
  test.each(SETS)('%s has not fallen by more than a point', (dimension) => {
    const { f1 } = fresh.sets[dimension]
    expect(f1, MEND).toBeGreaterThanOrEqual(quality.all.sets[dimension].f1 - TOLERANCE)
  })

  test.each(RATES)('%s has not fallen by more than a point', (dimension) => {
    expect(fresh.rates[dimension], MEND).toBeGreaterThanOrEqual(quality.all.rates[dimension] - TOLERANCE)
  })

  test(
    'the words that are read have not fallen by more than half a point',
    async () => {
      const figures = await readingFigures()
      expect(figures.length, MEND).toBe(quality.reading.length)
      for (const { document, format, recall, precision } of figures) {
        const known = quality.reading.find((one) => one.document === document && one.format === format)
        expect(recall, `${document}.${format}: ${MEND}`).toBeGreaterThanOrEqual((known?.recall ?? 1) - 0.005)
        expect(precision, `${document}.${format}: ${MEND}`).toBeGreaterThanOrEqual((known?.precision ?? 1) - 0.005)
      }
    },
    MINUTES,
  )

  test('they stand for all gold documents there are', () => {
    expect(quality.all.documents, MEND).toBe(pairs.length)
    expect(new Set(pairs.map(({ gold }) => gold.document)).size).toBe(pairs.length)
  })

  test('docs/quality.md shows these figures', () => {
    expect(committed('docs/quality.md').startsWith(tablesOf(quality)), MEND).toBe(true)
  })
})

describe('confidence', () => {
  test('was measured for every rule, at every step that it declares', () => {
    const known = Tally.parse(JSON.parse(committed('lib/data/confidence.json')))
    const steps = (tally: Tally) =>
      Object.entries(tally).flatMap(([rule, own]) => Object.keys(own).map((s) => `${rule} ${s}`))
    const missing = steps(tallyOf(claims)).filter((step) => !steps(known).includes(step))
    expect(missing, MEND).toEqual([])
  })

  test.each([0.85, 0.9])('of %d or more is right at least so often', (least) => {
    const sure = claims.filter(({ mentions }) => Math.max(...mentions.map(measured)) >= least)
    expect(sure.length).toBeGreaterThan(500)
    expect(sure.filter(({ right }) => right).length / sure.length).toBeGreaterThanOrEqual(least)
  })

  test('tells sure claims from unsure ones', () => {
    const share = (some: Judged[]) => some.filter(({ right }) => right).length / some.length
    const sure = Map.groupBy(claims, ({ mentions }) => Math.max(...mentions.map(measured)) >= 0.9)
    expect(share(sure.get(true) ?? [])).toBeGreaterThan(share(sure.get(false) ?? []))
  })
})
