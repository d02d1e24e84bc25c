import type { Span } from '../text/index.ts'
import { type Book, isWhole, push, type Standing } from './book.ts'
import { Branch, type Followed, type Way } from './branch.ts'
import {
  type Bounds,
  boundsIn,
  type Clauses,
  hasComma,
  hasVerb,
  inClause,
  inSentence,
  PREPOSITION,
  type Text,
  together,
} from './cut.ts'
import { gathered, type Place, type Term } from './loose.ts'
import { compile } from './pattern.ts'
import { type Classes, isLoose, termsOf } from './readings.ts'
import type { Leaps } from './row.ts'
import { accepts, type Slot } from './slot.ts'

const NONE: readonly never[] = []
const NOWHERE: Leaps = new Map()

/** A phrase of a lexicon found in a text: tokens `[first, last)` and the span they cover. */
export interface Hit<Id extends string = string> extends Span {
  readonly id: Id
  readonly pattern: string
  readonly first: number
  readonly last: number
  /** The token of its adjective where it leaps over others of their noun: prawne of "poradnictwo psychologiczne, prawne". */
  readonly own: number | null
}

/** How the phrases of a list are read. */
interface Reading {
  readonly classes?: Classes
  readonly clauses?: Clauses
  leapsIn?(doc: Text): Leaps
}

/** Phrases of one list with the ids they stand for. Those that begin alike are one branch, so that a text is read once. */
export class Lexicon<Id extends string = string> {
  readonly #book: Book
  readonly #root = new Branch<Entry<Id> | Spelling>()
  /** Each by its first term. */
  readonly #loose = new Map<Term | undefined, Loose<Id>[]>()
  readonly #terms = new Map<string, Term>()
  readonly #bounds: Bounds | undefined
  readonly #leapsIn: (doc: Text) => Leaps
  readonly #classes: Classes
  /** The words of a phrase, where it was asked for them. */
  readonly #words = new Map<string, ReadonlySet<number>>()

  /**
   * `phrases`: id → phrases in the notation of `pattern.ts`; `classes`: what `{name}` stands for in them; `clauses`: where they
   * are given a comma ends a phrase without gaps, and a verb one with gaps, unless a relative goes on about the word before; `leapsIn`: where
   * phrases leap in a text.
   */
  constructor(
    phrases: Iterable<readonly [Id, readonly string[]]>,
    book: Book,
    { classes = {}, clauses, leapsIn = () => NOWHERE }: Reading = {},
  ) {
    this.#book = book
    this.#classes = classes
    this.#bounds = clauses && boundsIn(book, clauses)
    this.#leapsIn = leapsIn
    const openings = new Set<number>()
    const add = (spelling: string, entryOf: (slots: readonly Slot[]) => Entry<Id> | Spelling): void => {
      const slots = compile(spelling, book)
      const entry = entryOf(slots)
      this.#root.add(entry, slots)
      for (const { words } of entry.openings) for (const word of words) openings.add(word)
    }
    const listed = [...phrases].flatMap(([id, sources]) => sources.map((source) => ({ id, source })))
    listed.forEach((phrase, index) => {
      const terms = termsOf(phrase.source, classes)
      if (terms.length > 1) {
        const own = terms.map((spellings) => this.#termOf(spellings, add))
        push(this.#loose, own[0], { ...phrase, index, terms: own })
      } else
        for (const spelling of terms.flat())
          add(spelling, (slots) => ({
            ...phrase,
            index,
            openings: openingsOf(slots),
            isTight: slots.every(({ gap }) => gap === 0),
          }))
    })
    book.enter(this, openings)
  }

  /** The term of some spellings, the same one in all phrases that have it. */
  #termOf(
    spellings: readonly string[],
    add: (spelling: string, entryOf: (slots: readonly Slot[]) => Spelling) => void,
  ): Term {
    const key = spellings.join(' | ')
    const known = this.#terms.get(key)
    if (known) return known
    const term: Term = { longest: 0 }
    this.#terms.set(key, term)
    for (const spelling of spellings)
      add(spelling, (slots) => {
        term.longest = Math.max(
          term.longest,
          slots.reduce((sum, { gap }) => sum + Math.max(1, gap), 0),
        )
        return { term, openings: openingsOf(slots) }
      })
    return term
  }

  /** All hits, in reading order, the longest of those that start together first. Hits never cross the edge of a sentence, a block or a cell. */
  find(doc: Text): Hit<Id>[] {
    const { standing, beginnings } = this.#book.read(doc.tokens)
    const places = new Map<Term, Place[]>()
    const found = new Map<number, Followed<Entry<Id>>[]>()
    const way: Way = { standing, leaps: this.#leapsIn(doc) }
    for (const first of beginnings.get(this) ?? []) {
      const followed: Followed<Entry<Id> | Spelling>[] = []
      this.#root.follow(way, first, followed)
      for (const [phrase, last, own] of followed) {
        if (!('term' in phrase)) {
          if (own !== null || !this.#isCut(doc, standing, { phrase, first, last }))
            push(found, first, [phrase, last, own])
        } else if (own === null) push(places, phrase.term, { first, last, openings: phrase.openings })
      }
    }
    for (const term of places.keys())
      for (const loose of this.#loose.get(term) ?? NONE)
        for (const { first, last, openings } of gathered(loose.terms, places))
          push(found, first, [{ ...loose, openings, isTight: false }, last, null])
    return [...found]
      .sort(([a], [b]) => a - b)
      .flatMap(([first, own]) => hitsAt(doc, { first, words: standing[first] ?? [], found: own }))
  }

  /**
   * Has the phrase of a hit a word for any of the tokens `[first, last)`, prepositions aside? It leaves room for others: in
   * "finansira pomoć u kući i dnevni boravak" the phrase "finansira & dnevni boravak" has none for "pomoć u kući".
   */
  names(doc: Text, { pattern }: Hit<Id>, { first, last }: Pick<Hit, 'first' | 'last'>): boolean {
    const words = this.#wordsOf(pattern)
    const { standing } = this.#book.read(doc.tokens)
    return doc.tokens
      .slice(first, last)
      .some(({ form, index }) => form.length > PREPOSITION && standing[index]?.some((word) => words.has(word)))
  }

  #wordsOf(pattern: string): ReadonlySet<number> {
    const known = this.#words.get(pattern)
    if (known) return known
    const spellings = termsOf(pattern, this.#classes).flat()
    const words = new Set(
      spellings.flatMap((spelling) => compile(spelling, this.#book).flatMap(({ words }) => [...words])),
    )
    this.#words.set(pattern, words)
    return words
  }

  /** Does a comma, or a verb where the phrase leaves room for one, end it within tokens `[first, last)`? */
  #isCut(
    doc: Text,
    standing: readonly Standing[],
    { phrase, first, last }: { readonly phrase: Entry<Id>; readonly first: number; readonly last: number },
  ): boolean {
    if (!this.#bounds) return false
    const stretch = { doc, standing, first, last }
    if (phrase.isTight) return hasComma(this.#bounds, stretch)
    return hasVerb(this.#bounds, { ...stretch, named: () => this.#wordsOf(phrase.source) })
  }
}

/** A phrase of the list; of a loose one a place where its terms stand together. */
interface Entry<Id> {
  readonly id: Id
  /** The phrase as it is listed, of which its branches are one reading. */
  readonly source: string
  /** Its place in the list. */
  readonly index: number
  readonly openings: readonly Slot[]
  /** Does it leave no room for words it does not name? */
  readonly isTight: boolean
}

/** One spelling of a term. */
interface Spelling {
  readonly term: Term
  readonly openings: readonly Slot[]
}

/** A phrase whose terms may stand in any order. */
type Loose<Id> = Pick<Entry<Id>, 'id' | 'source' | 'index'> & { readonly terms: readonly Term[] }

/** Phrases that a text follows from a token on, and the words that stand there. */
interface Begun<Id> {
  readonly first: number
  readonly words: Standing
  readonly found: readonly Followed<Entry<Id>>[]
}

/** The hits among phrases that begin together, the longest first. */
function hitsAt<Id extends string>(doc: Text, { first, words, found }: Begun<Id>): Hit<Id>[] {
  const token = doc.tokens[first]
  if (!token) return []
  const whole = words.filter(isWhole)
  const best = new Map<Entry<Id>, { readonly last: number; readonly own: number | null }>()
  const endOf = (last: number): number => doc.tokens[last - 1]?.end ?? token.end
  // Of the readings of a phrase the longest that keeps within its cell and sentence: "Sigurna kuća | žrtve nasilja".
  for (const [entry, last, own] of found) {
    if (best.has(entry)) continue
    const holds = isLoose(entry.source) ? inClause : inSentence
    const isHit =
      last > first && together(doc, token.start, endOf(last) - 1) && holds(doc, token.start, endOf(last) - 1)
    if (isHit) best.set(entry, { last, own })
  }
  return [...best]
    .map(([entry, { last, own }]) => ({ entry, last, own, end: endOf(last) }))
    .sort((a, b) => b.end - a.end || rankOf(a.entry, whole) - rankOf(b.entry, whole))
    .map(({ entry, end, ...rest }) => ({
      id: entry.id,
      pattern: entry.source,
      first,
      ...rest,
      start: token.start,
      end,
    }))
}

/** Of phrases that cover the same words the one that knows the first word in full goes first, then the one listed first. */
function rankOf<Id>({ openings, index }: Entry<Id>, words: Standing): number {
  return openings.some((slot) => accepts(slot, words)) ? index : index + BEHIND
}

/** More than any list has phrases. */
const BEHIND = 1e9

/** The slots a match can begin with: the first, and what stands behind leading optional ones. */
function openingsOf(slots: readonly Slot[]): readonly Slot[] {
  const end = slots.findIndex((slot) => !slot.optional)
  return slots.slice(0, end + 1)
}

/** Keeps of overlapping hits the longest; of equals the first. */
export function longest<H extends Span>(hits: readonly H[]): H[] {
  const kept: H[] = []
  const taken = new Uint8Array(hits.reduce((end, hit) => Math.max(end, hit.end), 0))
  for (const hit of [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (taken.subarray(hit.start, hit.end).includes(1)) continue
    taken.fill(1, hit.start, hit.end)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.start - b.start)
}
