import { type Hit, shown } from '../../locales/index.ts'
import { fold, inside, once, overlaps, type Span, touches } from '../../text/index.ts'
import type { Money, Reason } from './money.ts'
import { organisationAt } from './names.ts'

/** Donor countries by their bare names: "Nemačka", "Švajcarske". Whether they give is not asked. */
export function countriesIn(money: Money): Hit[] {
  const { doc, words, names, heads } = money
  const foreign = heads.flatMap((head) => (head.id === 'organisation' ? (organisationAt(money, head) ?? []) : []))
  const rest = (land: Span): string => doc.text.slice(land.end, land.end + 20)
  return words.donors.find(doc).filter((land) => {
    if (!doc.tokens[land.first]?.capital || touches(names, land)) return false
    if (foreign.some((office) => overlaps(office, land))) return false
    // Before a noun it is an adjective at the beginning of a sentence: "Švajcarska firma".
    const next = doc.tokens[land.last]
    return (
      !/^\s\p{L}/u.test(rest(land)) || (next !== undefined && (isSmall(words, next.form) || isCue(doc, words, land)))
    )
  })
}

const isSmall = ({ auxiliaries, joining }: Money['words'], form: string): boolean =>
  auxiliaries.has(form) || joining.has(form)

const isCue = (doc: Money['doc'], words: Money['words'], land: Hit): boolean =>
  words.stances.find({ tokens: doc.tokens.slice(land.last, land.last + 2), blocks: doc.blocks }).length > 0

/** So many letters of a country's name its adjective has too: "Nemačke", "nemačka". */
const STEM = 5
/** So far before the name of a giver stands the adjective of its country. */
const DESCRIBED = 45

/** "Iz Nemačke stiže oprema", the gift of "nemačka organizacija ASB": there the land only tells where the giver is from. */
function isOrigin(money: Money, land: Hit): boolean {
  const { doc, words } = money
  if (!words.outOf.has(doc.tokens[land.first - 1]?.form ?? '')) return false
  return described(money).has(fold(doc.text.slice(land.start, land.end)).slice(0, STEM))
}

/** How the small words begin that stand before the names of givers. */
const described = once(
  ({ doc, names }: Money): ReadonlySet<string> =>
    new Set(
      names
        .flatMap((name) => {
          const before = inside(doc.tokens, { start: name.start - DESCRIBED, end: name.start })
          return before.filter(({ end, capital }) => !capital && !/[.,;:!?()]/u.test(doc.text.slice(end, name.start)))
        })
        .map(({ form }) => form.slice(0, STEM)),
    ),
)

/** A country gives where a word of giving stands right beside it: "donacija Japana", "Nemačka je donirala". */
export function reasonOf(money: Money, land: Hit): Reason | undefined {
  if (isOrigin(money, land)) return undefined
  const { doc, words } = money
  const near = { tokens: doc.tokens.slice(Math.max(0, land.first - 3), land.last + 3), blocks: doc.blocks }
  const stances = words.stances.find(near)
  // "Nemačka ih je poslala kući": what it sends is no aid.
  const isIdle = (cue: Span): boolean => stances.some((one) => one.id === 'acting' && overlaps(one, cue))
  const close = inside(stances, { start: land.start - 40, end: land.end + 40 }).find(({ id, ...cue }) => {
    const between = cue.end <= land.start ? doc.text.slice(cue.end, land.start) : doc.text.slice(land.end, cue.start)
    return id === 'giving' && !isIdle(cue) && /^\s(?:\p{Ll}{2}\s)?$/u.test(between)
  })
  if (!close) return undefined
  return { rule: 'funder/country', confidence: 0.8, because: `“${shown(close.pattern)}” beside this country` }
}
