import type { Quality, QualitySlice, ReadingMeasure } from '../contract/index.ts'
import { baselinesOf, type Stem } from './baselines.ts'
import type { Parents } from './claims.ts'
import { calibrationOf, judged } from './judge.ts'
import { type Pair, score } from './score.ts'

/** All figures of a gold corpus. The records must carry the confidence that their rules declare. */
export function qualityOf(
  pairs: readonly Pair[],
  { parents, stem, reading }: { parents: Parents; stem: Stem; reading: readonly ReadingMeasure[] },
): Quality {
  const slice = (own: readonly Pair[]): QualitySlice => {
    const { errors: _, ...figures } = score(own, parents)
    return figures
  }
  const by = (key: (pair: Pair) => string): Record<string, QualitySlice> => grouped(pairs, key, (own) => slice(own))
  return {
    all: slice(pairs),
    languages: by(({ gold }) => `${gold.language}-${gold.script}`),
    kinds: by(({ gold }) => gold.kind),
    confusion: {
      kind: confusion(pairs, ({ gold, record }) => [gold.kind, record.kind]),
      language: confusion(pairs, ({ gold, record: { language } }) => [
        `${gold.language}-${gold.script}`,
        `${language.code}-${language.script}`,
      ]),
    },
    calibration: calibrationOf(pairs.flatMap((pair) => judged(pair, parents))),
    baselines: baselinesOf(pairs, stem),
    reading: [...reading],
  }
}

function confusion(
  pairs: readonly Pair[],
  sides: (pair: Pair) => readonly [string, string],
): Record<string, Record<string, number>> {
  const both = pairs.map(sides)
  return grouped(
    both,
    ([wanted]) => wanted,
    (own) =>
      grouped(
        own,
        ([, said]) => said,
        (same) => same.length,
      ),
  )
}

/** A value for each group, the groups in the order of their names. */
function grouped<Item, Value>(
  items: readonly Item[],
  key: (item: Item) => string,
  value: (own: readonly Item[]) => Value,
): Record<string, Value> {
  const groups = [...Map.groupBy(items, key)].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(groups.map(([name, own]) => [name, value(own)]))
}
