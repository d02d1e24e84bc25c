import { cyrillic } from '../../concepts/index.ts'
import { fold, inside, type Span } from '../../text/index.ts'
import type { Money } from './money.ts'
import type { Head } from './names.ts'

/** Letters that tell one word from another in any case. */
const STEM = 5

/** The name of a giver no list knows, where a text names it. */
export interface Titled {
  readonly head: Head
  readonly name: Span
}

/**
 * What each name is called in the whole text: one title for all its cases, in the nominative, as long as the text has it:
 * "Ministarstva omladine" and "Ministarstvo omladine i sporta" are "Ministarstvo omladine i sporta".
 */
export function titlesOf(money: Money, found: readonly Titled[]): string[] {
  const keys = found.map((each) => keyOf(money, each))
  const titles = found.map((each) => titleOf(money, each))
  return keys.map((key) => {
    const same = keys.flatMap((other, i) => (other.startsWith(key) ? [i] : []))
    const longest = same.reduce((a, b) => ((keys[b] ?? '').length > (keys[a] ?? '').length ? b : a), same[0] ?? 0)
    const wanted = keys[longest]
    return titles[keys.indexOf(wanted ?? key)] ?? ''
  })
}

/** The stems of a name's words, each with a space behind it. */
const keyOf = ({ doc }: Money, { name }: Titled): string =>
  inside(doc.tokens, name)
    .map(({ form }) => `${form.slice(0, STEM)} `)
    .join('')

/** A name with its head in the nominative: what an office or fund is for stays as it is. */
function titleOf({ doc, words }: Money, { head, name }: Titled): string {
  const text = doc.text.slice(name.start, name.end).replace(/\s+/gu, ' ')
  const first = doc.text.slice(head.start, head.end)
  const [stem, ending] = words.nominatives.find(([each]) => fold(first).startsWith(each)) ?? []
  if (stem === undefined || ending === undefined || head.start !== name.start || head.last - head.first > 1) return text
  return (
    first.slice(0, stem.length) +
    (/\p{Script=Cyrillic}/u.test(first) ? cyrillic(ending) : ending) +
    text.slice(first.length)
  )
}
