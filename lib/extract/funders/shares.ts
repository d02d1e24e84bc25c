import type { Hit } from '../../locales/index.ts'
import { fold, once, sentenceAt } from '../../text/index.ts'
import { isGivenAround, type Money, type Reason } from './money.ts'
import type { Words } from './words.ts'

/** So far from a name its share or sum is read. */
const REACH = 60
/** So many givers with their shares tell by themselves who pays. */
const FEWEST = 2

/** "budžet grada 61%, Švajcarska (program Swiss PRO) 9%", "gmina – 40 tys. zł, 60% PFRON": names with what each of them gives. */
export function sharing(money: Money, hits: readonly Hit[]): ReadonlyMap<Hit, Reason> {
  const shared = hits.filter((hit) => hasShare(money, hit))
  const bySentence = Map.groupBy(shared, (hit) => sentenceAt(money.doc, hit.start))
  const reason: Reason = { rule: 'funder/share', confidence: 0.85, because: 'its share of the costs' }
  return new Map(
    [...bySentence.values()].flatMap((list) =>
      list.length >= FEWEST || list.some((hit) => isGivenAround(money, hit) || isSheet(money, hit))
        ? list.map((hit) => [hit, reason] as const)
        : [],
    ),
  )
}

/** "\nBudżet państwa: 196 840,00 zł\n": a purse and its sum are all that a line of the sheet of a project says. */
function isSheet({ doc, words }: Money, { start, end, first, last }: Hit): boolean {
  if (words.purses.find({ tokens: doc.tokens.slice(first, last), blocks: doc.blocks }).length === 0) return false
  const opens = /(?:^|\n)[^\p{L}\n]{0,4}$/u.test(doc.text.slice(Math.max(0, start - REACH), start))
  return opens && sheetOf(words).test(fold(doc.text.slice(end, end + REACH)))
}

/** ": 196 840,00 zł" up to the end of the line. */
const sheetOf = once(({ sums }: Words) => new RegExp(`^:\\s?\\d[\\d., ]*\\s?(?:${sums})\\.?\\s*(?:\\n|$)`, 'u'))

/** A sum without its currency: six figures, which no count of people and no telephone has. */
const BARE_SUM = String.raw`\s?\([1-9](?:\d{2}[. ]|\d{0,2}(?:[. ]\d{3})?[. ]\d{3}[. ])\d{3}(?!\d)`

/** "9%", "– 40 tys. zł", "(6.750.000)" behind a name, past what else it is called; "61% " before it. */
const shareOf = once((words: Words) => {
  const percent = `\\d[\\d.,]*\\s?(?:%|(?:${words.percent})(?!\\p{L}))`
  const sum = `[–—:-]\\s?\\d[\\d.,\\s]*\\s?(?:${words.sums})(?!\\p{L})`
  const own = '(?:\\s?\\p{Lu}[\\p{L}-]+){0,2}(?:\\s?\\([^()]{1,40}\\)|\\))?'
  return {
    behind: new RegExp(`^${own}\\s?(?:[–—:(-]?\\s?${percent}|${sum}|${BARE_SUM})`, 'iu'),
    before: new RegExp(`(?<![\\d.,])${percent}\\s(?:[–—-]\\s|\\p{L}{1,2}\\s)?$`, 'iu'),
  }
})

/** A percentage right behind a name or right before it, or a sum behind its dash or colon. */
function hasShare({ doc, words }: Money, { start, end }: Hit): boolean {
  const { behind, before } = shareOf(words)
  return (
    behind.test(fold(doc.text.slice(end, end + REACH))) ||
    before.test(fold(doc.text.slice(Math.max(0, start - REACH), start)))
  )
}

/** Words of small letters between a bracket and the name in it: "(dochody z zezwoleń)". */
const ASIDE = String.raw`\s\((?:[^()\d.:]{0,60}[,;+]\s)?[„"“]?(?:\p{L}+\s){0,2}`

/**
 * "90 000 zł z ", "98.000 zł (", "2,2 miliona dinara ": a sum before what it comes out of, before an aside, right
 * before a name.
 */
const sumsOf = once((words: Words) => {
  const sum = `\\d\\s?(?:${words.sums})\\.?(?:\\s(?:${words.sums})\\.?)?`
  return {
    outOf: new RegExp(`${sum},?\\s(?:${[...words.outOf].join('|')})\\s$`, 'u'),
    aside: new RegExp(`${sum}${ASIDE}$`, 'u'),
    beside: new RegExp(`${sum}\\s$`, 'u'),
  }
})

/** "w tym 90 000 zł z opłat alkoholowych", "3,1 milion iz namenskih transfera": a sum that comes out of it. */
export function isSumOf({ doc, words }: Money, { start }: Hit): boolean {
  const before = fold(doc.text.slice(Math.max(0, start - REACH), start))
  return sumsOf(words).outOf.test(before)
}

/**
 * "98.000 zł (budżet miasta, „Posiłek w szkole i w domu”)", "uz 2,2 miliona dinara Komesarijata": in brackets behind a
 * sum, or right behind it in its case.
 */
export function isSummed({ doc, words }: Money, { start, first }: Hit): boolean {
  const before = fold(doc.text.slice(Math.max(0, start - REACH - REACH), start))
  const sum = sumsOf(words)
  if (sum.aside.test(before)) return true
  // Behind a sum stands in the dative who is paid.
  const name = doc.tokens[first]
  const owns = name?.acronym || words.ownerEndings.some((ending) => name?.form.endsWith(ending))
  return Boolean(owns) && sum.beside.test(before)
}
