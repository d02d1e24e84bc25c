import { scopeOf } from '../extract/scope.ts'
import { YOUNG } from '../extract/target-groups/described.ts'
import { perLocale } from '../locales/index.ts'
import { blockAt, type Doc, firstInside, inOrder, inside, type Span, sentenceAt } from '../text/index.ts'
import { conceptOf, type Refiner } from './refiner.ts'

/**
 * Groups that a word before them narrows: the pupils of "romski učenici", the women of "nezaposlene žene", those in
 * "matki w trudnej sytuacji życiowej".
 */
const NARROWED: ReadonlySet<string> = new Set(['children', 'youth', 'women', 'vulnerable-groups'])
const HARDSHIP = 'vulnerable-groups'
const EVERYONE = 'general-population'
/** Words between everyone and the clause that says which of them: "mieszkanki i mieszkańcy Chełma, którzy". */
const NAME = 2

/**
 * A general group right behind the word of another is no group of its own: "stipendije za romske učenike" are for Roma. Nor is
 * hardship that a participle behind a comma tells of those who were named: "dzieci z osiedla, znajdujące się w trudnej sytuacji".
 * Everyone is not meant where a clause or a list says who of them: "mieszkańcy, którzy ukończyli 65 lat", "40 dorosłych
 * mieszkańców gminy: – osoby bezrobotne".
 */
export const modified: Refiner = (found, { doc, locale }) => {
  const groups = found.filter((mention) => mention.dimension === 'targetGroups').sort(inOrder)
  const ends = new Set(groups.map((group) => group.end))
  const nations = new Set(groups.filter((group) => conceptOf(group) === 'roma').map((group) => group.start))
  const describes = (group: Span): boolean => {
    const { start } = sentenceAt(doc, group.start)
    const word = firstInside(doc.tokens, group)?.form ?? ''
    return (
      scopeOf(locale).describing.some((ending) => word.endsWith(ending)) &&
      BEHIND_COMMA.test(doc.text.slice(start, group.start)) &&
      inside(groups, { start, end: group.start - 1 }).some((other) => conceptOf(other) !== HARDSHIP)
    )
  }
  return found.filter((group) => {
    if (conceptOf(group) === EVERYONE)
      return !isPicked(doc, group, relativesOf(locale)) && !isItemised(doc, group, groups)
    if (group.dimension !== 'targetGroups' || !NARROWED.has(conceptOf(group))) return true
    // "Učenicima Romima": those whom the name of a nation behind them narrows.
    if (YOUNG.has(conceptOf(group)) && doc.text[group.end] === ' ' && nations.has(group.end + 1)) return false
    const space = /\s+$/u.exec(doc.text.slice(Math.max(0, group.start - 3), group.start))?.[0].length ?? 0
    if (space > 0 && ends.has(group.start - space)) return false
    return conceptOf(group) !== HARDSHIP || !describes(group)
  })
}

/** Does a comma with a relative pronoun stand behind the group, or behind the name of its place? */
function isPicked(doc: Doc, group: Span, relatives: ReadonlySet<string>): boolean {
  const behind = inside(doc.tokens, { start: group.end, end: sentenceAt(doc, group.start).end }).slice(0, NAME + 1)
  const relative = behind.find(({ form }) => relatives.has(form))
  return relative !== undefined && /^(?:\s+\p{Lu}\p{L}+)*,\s*$/u.test(doc.text.slice(group.end, relative.start))
}

/** Does it open, with nothing but its place behind it, a list whose items are other groups? */
function isItemised(doc: Doc, group: Span, groups: readonly Span[]): boolean {
  const lead = blockAt(doc, group.start)
  if (!lead || !LEADS.test(doc.text.slice(group.end, lead.end))) return false
  return groups.some(({ start }) => start > lead.end && blockAt(doc, start)?.parents.includes(lead.index))
}

/** No other clause or list begins up to the colon. */
const LEADS = /^[^.,;:()!?\n]*:\s*$/u

/** A comma, and at most a joining word. */
const BEHIND_COMMA = /,\s*(?:\p{L}{1,5}\s+)?$/u

const relativesOf = perLocale(
  (locale) => new Set(scopeOf(locale).relatives.flatMap((word) => [...locale.inflect(word)])),
)
