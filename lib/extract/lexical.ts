import * as z from 'zod'
import {
  bookOf,
  type Hit,
  isLoose,
  Lexicon,
  type Locale,
  leapsIn,
  listIn,
  longest,
  perLocale,
} from '../locales/index.ts'
import { blockAt, contains, type Doc, inOrder, once, overlapping, sentenceAt } from '../text/index.ts'
import { scopeOf } from './scope.ts'

/**
 * A list of concepts in one language: sure phrases, phrases that need a context, words that name the concept only for
 * certain groups ("smeštaj" is a safe house for victims of violence, a home for older people), names that only look like
 * it, and phrases that leave the concepts named inside them standing ("opiekunowie osób z niepełnosprawnościami").
 */
const ConceptList = z.record(
  z.string(),
  z.strictObject({
    phrases: z.array(z.string()).default([]),
    context: z.array(z.string()).default([]),
    not: z.array(z.string()).default([]),
    around: z.array(z.string()).default([]),
    for: z
      .strictObject({ groups: z.array(z.string()), phrases: z.array(z.string()) })
      .default({ groups: [], phrases: [] }),
  }),
)

interface Lexicons {
  readonly sure: Lexicon
  readonly weak: Lexicon
  readonly not: Lexicon
  readonly around: Lexicon
  readonly bound: Lexicon
  /** Concept → the groups that its bound words must be tied to. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
}

/** How a phrase speaks for its concept: by itself, around other names, in a context, or only tied to certain groups. */
export type Strength = 'lexicon' | 'around' | 'context' | 'group'

/** What a lexical rule found: the concept and how the phrase speaks for it. */
export type Lexical = Hit & { readonly strength: Strength }

/**
 * Concepts whose phrases stand in the text, the longest of overlapping ones. A weak phrase counts only in an item, a
 * row, a heading or beside a word of providing ("usluga", "obezbediti", "wsparcie"), a phrase inside a longer name that
 * its concept disowns ("centar za socijalni rad" is no social work) not at all. A word bound to groups stands for every
 * concept that knows it, unless a phrase covers it; which of them is meant the ties decide.
 */
export function lexical(doc: Doc, locale: Locale, list: string): Lexical[] {
  const lexicons = lexiconsOf(locale, list)
  const masksAt = overlapping(lexicons.not.find(doc))
  const isOwned = (hit: Hit): boolean => !masksAt(hit).some((mask) => mask.id === hit.id && contains(mask, hit))
  const all = namedIn(doc, locale, lexicons).filter(isOwned)
  const named = all.filter(({ own }) => own === null)
  const leavesRoom = (outer: Lexical, hit: Lexical): boolean =>
    !(isSure(outer) ? lexicons.sure : lexicons.weak).names(doc, outer, hit)
  const kept = withInner(longest(named), named, leavesRoom)
  const keptAt = overlapping(kept)
  const isTaken = (hit: Hit): boolean => has(masksAt(hit), hit) || has(keptAt(hit).filter(isSure), hit)
  const told = toldIn(lexicons.around.find(doc), isTaken)
  const toldAt = overlapping([...told].sort(inOrder))
  const bound = lexicons.bound.find(doc).filter((hit) => isOwned(hit) && keptAt(hit).length === 0)
  return [
    ...kept.filter((hit) => isSure(hit) || !has(toldAt(hit), hit)),
    ...told,
    ...inRows(all, [...kept, ...told]),
    ...bound.map((hit) => ({ ...hit, strength: 'group' as const })),
  ].sort(inOrder)
}

/** Sure phrases wherever they stand, weak ones in a context. */
function namedIn(doc: Doc, locale: Locale, { sure, weak }: Lexicons): Lexical[] {
  const cued = new Set(providingIn(doc, locale).map((cue) => sentenceAt(doc, cue.start).start))
  const inContext = (hit: Hit): boolean => {
    const kind = blockAt(doc, hit.start)?.kind
    return kind === 'item' || kind === 'row' || kind === 'heading' || cued.has(sentenceAt(doc, hit.start).start)
  }
  return [
    ...sure.find(doc).map((hit) => ({ ...hit, strength: 'lexicon' as const })),
    ...weak
      .find(doc)
      .filter(inContext)
      .map((hit) => ({ ...hit, strength: 'context' as const })),
  ]
}

/** Phrases around other names that nothing surer says; one that names two concepts names each of them for sure. */
function toldIn(around: readonly Hit[], isTaken: (hit: Hit) => boolean): Lexical[] {
  const isShared = sharedBy(around)
  return longestOfEach(around.filter((hit) => !isTaken(hit))).map((hit) => ({
    ...hit,
    strength: isShared(hit) ? 'lexicon' : 'around',
  }))
}

/**
 * With what stands by itself where a longer phrase of another concept only leaves room: "finansira pomoć u kući i dnevni
 * boravak" names both.
 */
function withInner(
  kept: readonly Lexical[],
  all: readonly Lexical[],
  leavesRoom: (outer: Lexical, hit: Lexical) => boolean,
): Lexical[] {
  const keptAt = overlapping(kept)
  const chosen = new Set(kept)
  const inner = all.filter(
    (hit) =>
      isSure(hit) &&
      !isLoose(hit.pattern) &&
      !chosen.has(hit) &&
      keptAt(hit).every((outer) => outer.id !== hit.id && isLoose(outer.pattern) && leavesRoom(outer, hit)),
  )
  return [...kept, ...longest(inner)].sort(inOrder)
}

/** What leaps, where nothing that stands as a whole knows its adjective or says the same. */
function inRows(all: readonly Lexical[], whole: readonly Lexical[]): Lexical[] {
  const wholeAt = overlapping([...whole].sort(inOrder))
  const isTaken = (hit: Lexical, own: number): boolean =>
    wholeAt(hit).some((other) => other.id === hit.id || (other.first <= own && own < other.last))
  return longestOfEach(all.filter((hit) => hit.own !== null && !isTaken(hit, hit.own)))
}

const isSure = ({ strength }: Pick<Lexical, 'strength'>): boolean => strength === 'lexicon'

/** Is one of some hits of the same concept? */
const has = (others: readonly Hit[], { id }: Hit): boolean => others.some((other) => other.id === id)

/** What one phrase says around others hides nothing of what they say: only of one concept the longest counts. */
function longestOfEach<H extends Hit>(hits: readonly H[]): H[] {
  return [...Map.groupBy(hits, ({ id }) => id).values()].flatMap((own) => longest(own))
}

/**
 * Does a phrase that stands under two concepts lie in a hit of one of them? It names both by itself: "paketi hrane i higijene"
 * are food and aid in kind.
 */
function sharedBy(hits: readonly Hit[]): (hit: Hit) => boolean {
  const alike = Map.groupBy(hits, ({ start, end, pattern }) => `${start} ${end} ${pattern}`)
  const shared = [...alike.values()].filter((same) => new Set(same.map(({ id }) => id)).size > 1).flat()
  const sharedAt = overlapping(shared.sort(inOrder))
  return (hit) => sharedAt(hit).some((name) => name.id === hit.id && contains(hit, name))
}

/** Words from which on a phrase is as sure as it can be. */
const FULL = 3

/**
 * How sure a phrase is before anything is measured, 0.70–0.95: surer with each word up to three ("pomoć u kući" means one
 * thing, "savetovanje" many), and where it is listed, in a row or in a heading rather than mentioned in passing. Surest is
 * what names its concept by itself.
 */
export function surenessOf(doc: Doc, { first, last, start, strength }: Lexical): number {
  const short = isSure({ strength }) ? Math.max(0, FULL - (last - first)) : FULL + 1
  const inProse = blockAt(doc, start)?.kind === 'paragraph'
  return (95 - 5 * (short + Number(inProse))) / 100
}

/** The groups that each concept's `for` words must be tied to. */
export const boundGroups = (locale: Locale, list: string): ReadonlyMap<string, ReadonlySet<string>> =>
  lexiconsOf(locale, list).groups

/** Lexicons of a locale by the name of their list. */
const compiled = perLocale(() => new Map<string, Lexicons>())

/** Words of providing in a text: "usluga", "obezbediti", "wsparcie". */
export const providingIn = (doc: Doc, locale: Locale): Hit[] => providing(locale).find(doc)

const providing = perLocale((locale) => new Lexicon([['providing', scopeOf(locale).providing]], bookOf(locale)))

/** Where phrases leap in a text, told once for all lists of a language. */
const leapsOf = perLocale((locale) => {
  const { joining: joints } = scopeOf(locale)
  return once((doc: Doc) => leapsIn(doc, { endingOf: locale.adjectiveEnding, joints }))
})

function lexiconsOf(locale: Locale, list: string): Lexicons {
  const known = compiled(locale).get(list) ?? build(locale, list)
  compiled(locale).set(list, known)
  return known
}

function build(locale: Locale, list: string): Lexicons {
  const entries = Object.entries(listIn(locale, list, ConceptList))
  const { relatives, providing, linking } = scopeOf(locale)
  const parted = linking.length ? { linking: [...providing, ...linking], isVerb: locale.isVerb } : {}
  const clauses = { relatives, ...parted }
  const lexicon = (part: 'phrases' | 'context' | 'not' | 'around', cutting = {}) =>
    new Lexicon(
      entries.map(([id, entry]) => [id, entry[part]] as const),
      bookOf(locale),
      cutting,
    )
  return {
    sure: lexicon('phrases', { clauses, leapsIn: leapsOf(locale) }),
    weak: lexicon('context', { clauses, leapsIn: leapsOf(locale) }),
    not: lexicon('not'),
    around: lexicon('around', { clauses }),
    bound: new Lexicon(
      entries.map(([id, entry]) => [id, entry.for.phrases] as const),
      bookOf(locale),
    ),
    groups: new Map(entries.map(([id, entry]) => [id, new Set(entry.for.groups)])),
  }
}
