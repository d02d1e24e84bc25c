import { withoutA } from './fleeting.ts'
import { irregular } from './irregular.ts'

const { comparatives } = irregular.serbian

/**
 * Stems of the comparative and superlative of a Serbian adjective given in the masculine, none for other words:
 * `star` → starij, najstarij; `siromašan` → siromasnij, …; `mlad` → mladj, …. The listed ones have iotation or another stem.
 */
export function comparisonOf(word: string, form: string): string[] {
  const positive = form.replace(/i$/u, '')
  const listed = [...(comparatives.get(form) ?? comparatives.get(positive) ?? [])]
  const stems = listed.map((each) => each.slice(0, -1))
  if (isQuality(form)) stems.push(`${withoutA(word)[0] ?? positive}ij`)
  if (form.endsWith('iji')) return [`naj${positive}`]
  return stems.flatMap((stem) => [stem, `naj${stem}`])
}

/** Relational adjectives (-ski, -čki), nouns in -nt, -st and stems in k, g, h (all listed) have no comparative in -iji. */
const isQuality = (form: string): boolean => /[bdlmnprtvz](?:i|)$/u.test(form) && !/(?:nt|st|.{7}t|ij)i?$/u.test(form)
