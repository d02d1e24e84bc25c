import type { Hit } from '../../locales/index.ts'
import { inside, overlaps, type Span, touches } from '../../text/index.ts'
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

/** A country gives where a word of giving stands right beside it: "donacija Japana", "Nemačka je donirala". */
export function reasonOf({ doc, words }: Money, land: Hit): Reason | undefined {
  const near = { tokens: doc.tokens.slice(Math.max(0, land.first - 3), land.last + 3), blocks: doc.blocks }
  const stances = words.stances.find(near)
  // "Nemačka ih je poslala kući": what it sends is no aid.
  const isIdle = (cue: Span): boolean => stances.some((one) => one.id === 'acting' && overlaps(one, cue))
  const close = inside(stances, { start: land.start - 40, end: land.end + 40 }).find(({ id, ...cue }) => {
    const between = cue.end <= land.start ? doc.text.slice(cue.end, land.start) : doc.text.slice(land.end, cue.start)
    return id === 'giving' && !isIdle(cue) && /^\s(?:\p{Ll}{2}\s)?$/u.test(between)
  })
  if (!close) return undefined
  return { rule: 'funder/country', confidence: 0.8, because: `“${close.pattern}” beside this country` }
}
