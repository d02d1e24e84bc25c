import * as z from 'zod'
import { Lexicon, type Locale, perLocale } from '../locales/index.ts'
import { blockAt, contains, type Doc, fold, inOrder, overlapping, type Span, type Token } from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

const Names = z.object({
  organisations: z.array(z.string()),
  laws: z.array(z.string()),
  joints: z.array(z.string()),
  verbs: z.object({ words: z.array(z.string()), endings: z.array(z.string()) }),
})

interface Grammar {
  readonly heads: Lexicon<'organisation' | 'law'>
  readonly joints: ReadonlySet<string>
  readonly verbs: ReadonlySet<string>
  readonly endings: readonly string[]
}

/** Words a name goes on for behind a joint, at most. */
const LONGEST_TAIL = 7

/**
 * What stands inside the name of an organisation or a law is neither served nor offered: "Romski centar Požega",
 * "Zakon o socijalnoj zaštiti", "Stowarzyszenie Rodziców Dzieci Niepełnosprawnych". Where a service covers the head
 * word itself ("klub seniora", "Centrum Usług Społecznych"), the name is the service and nothing is masked. Nor is a word
 * of a municipality's own name more than that: Stara Pazova is no old woman.
 */
export const names: Refiner = (found, { doc, locale }) => {
  const servicesAt = overlapping(found.filter(({ dimension }) => dimension === 'services').sort(inOrder))
  const masks = namesIn(doc, locale).filter(({ head }) => !servicesAt(head).some((service) => contains(service, head)))
  const masksAt = overlapping(masks.map(({ name }) => name).sort(inOrder))
  const placesAt = overlapping(found.filter(({ dimension }) => dimension === 'municipalities').sort(inOrder))
  const isName = (mention: Span): boolean =>
    masksAt(mention).length > 0 || placesAt(mention).some((place) => contains(place, mention))
  return found.filter((mention) => !isConcept(mention) || !isName(mention))
}

/** Names of organisations and laws in the text, each with its head word. */
export function namesIn(doc: Doc, locale: Locale): { head: Span; name: Span }[] {
  const grammar = grammarOf(locale)
  return grammar.heads.find(doc).flatMap(({ id, first, last, start, end }) => {
    const head = { start, end }
    const tail = tailEnd(doc, last, grammar)
    const opening = openingOf(doc, first)
    // A head of several words ("služba za zapošljavanje") is a name by itself, wherever it stands.
    const isWhole = last - first > 1
    const proper = isWhole || doc.tokens[first]?.capital || opening < start || id === 'law'
    const named = isWhole || tail > last || opening < start
    return proper && named ? [{ head, name: { start: opening, end: doc.tokens[tail - 1]?.end ?? end } }] : []
  })
}

/** Start of the name: capitals that stand before its head inside a sentence ("Romskim centrom"). */
function openingOf(doc: Doc, first: number): number {
  const head = doc.tokens[first]
  const before = doc.tokens[first - 1]
  const earlier = doc.tokens[first - 2]
  if (!head || !before?.capital || !adjacent(doc, before, head)) return head?.start ?? 0
  const inSentence = earlier !== undefined && /^[^.!?:\n"“„]*$/u.test(doc.text.slice(earlier.end, before.start))
  return inSentence ? before.start : head.start
}

/** Index behind the last token of a name whose head ends before token `last`. */
function tailEnd(doc: Doc, last: number, { joints, verbs, endings }: Grammar): number {
  let end = last
  let joined = 0
  for (let i = last; i < doc.tokens.length; i++) {
    const token = doc.tokens[i]
    const before = doc.tokens[i - 1]
    if (!token || !before || !adjacent(doc, before, token) || verbs.has(token.form)) break
    if (joints.has(token.form)) {
      joined = LONGEST_TAIL
      continue
    }
    if (
      !token.capital &&
      (!joined || endings.some((ending) => token.form.length > ending.length + 2 && token.form.endsWith(ending)))
    )
      break
    joined = Math.max(0, joined - 1)
    end = i + 1
  }
  return end
}

/** Nothing but space, a line end or an opening quote stands between, and both stand in one block: a name ends with its row. */
const adjacent = (doc: Doc, a: Token, b: Token): boolean =>
  /^[^\S\n]*\n?[^\S\n]*[„"“-]?$/u.test(doc.text.slice(a.end, b.start)) &&
  blockAt(doc, a.start) === blockAt(doc, b.start)

const grammarOf = perLocale((locale): Grammar => {
  const { organisations, laws, joints, verbs } = Names.parse(locale.lists['names'])
  return {
    heads: new Lexicon([['organisation', organisations] as const, ['law', laws] as const], locale.book),
    joints: new Set(joints.map(fold)),
    verbs: new Set(verbs.words.map(fold)),
    endings: verbs.endings.map(fold),
  }
})
