import type { Span } from '../text/index.ts'
import type { Book } from './book.ts'
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
import { gathered, type Place } from './loose.ts'
import { isLoose } from './pattern.ts'
import type { Leaps } from './row.ts'
import { accepts, openingsOf, type Spelling, type Term } from './slot.ts'
import { isWhole, push, type Standing } from './words.ts'

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
  readonly clauses?: Clauses
  leapsIn?(doc: Text): Leaps
}

/** Phrases of one list with the ids they stand for. Those that begin alike are one branch, so that a text is read once. */
export class Lexicon<Id extends string = string> {
  readonly #book: Book
  readonly #root = new Branch<Wording<Id> | Part>()
  /** Each by the one of its terms that fewest others have. */
  readonly #loose = new Map<Term, Loose<Id>[]>()
  readonly #bounds: Bounds | undefined
  readonly #leapsIn: (doc: Text) => Leaps
  /** The words of a phrase, where it was asked for them. */
  readonly #words = new Map<string, ReadonlySet<number>>()

  /**
   * `phrases`: id → phrases in the notation of `pattern.ts`; `clauses`: where they are given a comma ends a phrase without gaps, and
   * a verb one with gaps, unless a relative goes on about the word before; `leapsIn`: where phrases leap in a text.
   */
  constructor(
    phrases: Iterable<readonly [Id, readonly string[]]>,
    book: Book,
    { clauses, leapsIn = () => NOWHERE }: Reading = {},
  ) {
    this.#book = book
    this.#bounds = clauses && boundsIn(book, clauses)
    this.#leapsIn = leapsIn
    const loose: Loose<Id>[] = []
    const listed = [...phrases].flatMap(([id, sources]) => sources.map((source) => ({ id, source })))
    listed.forEach(({ id, source }, index) => {
      const phrase = { id, source, index }
      const terms = book.termsOf(source)
      if (terms.length > 1) loose.push({ phrase, terms })
      else for (const spelling of terms[0] ?? NONE) this.#root.add({ phrase, spelling }, spelling)
    })
    const shared = new Map<Term, number>()
    for (const { terms } of loose) for (const term of terms) shared.set(term, (shared.get(term) ?? 0) + 1)
    for (const term of shared.keys()) for (const spelling of term) this.#root.add({ term, spelling }, spelling)
    for (const each of loose)
      push(
        this.#loose,
        each.terms.reduce((a, b) => ((shared.get(b) ?? 0) < (shared.get(a) ?? 0) ? b : a)),
        each,
      )
    book.enter(this, this.#root.words)
  }

  /** All hits, in reading order, the longest of those that start together first. Hits never cross the edge of a sentence, a block or a cell. */
  find(doc: Text): Hit<Id>[] {
    const { standing, beginnings } = this.#book.read(doc.tokens)
    const places = new Map<Term, Place[]>()
    const found = new Map<number, Followed<Wording<Id>>[]>()
    const way: Way = { standing, leaps: this.#leapsIn(doc) }
    for (const first of beginnings.get(this) ?? []) {
      const followed: Followed<Wording<Id> | Part>[] = []
      this.#root.follow(way, first, followed)
      for (const [wording, last, own] of followed) {
        if ('phrase' in wording) {
          if (own !== null || !this.#isCut(doc, standing, { wording, first, last }))
            push(found, first, [wording, last, own])
        } else if (own === null) push(places, wording.term, { first, last, spelling: wording.spelling })
      }
    }
    for (const term of places.keys())
      for (const { phrase, terms } of this.#loose.get(term) ?? NONE)
        for (const { first, last, spelling } of gathered(terms, places))
          push(found, first, [{ phrase, spelling }, last, null])
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
    const slots = this.#book.termsOf(pattern).flat(2)
    const words = new Set(slots.flatMap((slot) => slot.words))
    this.#words.set(pattern, words)
    return words
  }

  /** Does a comma, or a verb where the phrase leaves room for one, end it within tokens `[first, last)`? */
  #isCut(
    doc: Text,
    standing: readonly Standing[],
    { wording, first, last }: { readonly wording: Wording<Id>; readonly first: number; readonly last: number },
  ): boolean {
    if (!this.#bounds) return false
    const stretch = { doc, standing, first, last }
    if (wording.spelling.every(({ gap }) => gap === 0)) return hasComma(this.#bounds, stretch)
    return hasVerb(this.#bounds, { ...stretch, named: () => this.#wordsOf(wording.phrase.source) })
  }
}

/** A phrase of the list. */
interface Phrase<Id> {
  readonly id: Id
  /** As it is listed. */
  readonly source: string
  /** Its place in the list. */
  readonly index: number
}

/** A phrase as one of its spellings, or of a loose one as the spelling of its term that stands first. */
interface Wording<Id> {
  readonly phrase: Phrase<Id>
  readonly spelling: Spelling
}

/** A term of loose phrases as one of its spellings. */
interface Part {
  readonly term: Term
  readonly spelling: Spelling
}

/** A phrase whose terms may stand in any order. */
interface Loose<Id> {
  readonly phrase: Phrase<Id>
  readonly terms: readonly Term[]
}

/** Phrases that a text follows from a token on, and the words that stand there. */
interface Begun<Id> {
  readonly first: number
  readonly words: Standing
  readonly found: readonly Followed<Wording<Id>>[]
}

/** The hits among phrases that begin together, the longest first. */
function hitsAt<Id extends string>(doc: Text, { first, words, found }: Begun<Id>): Hit<Id>[] {
  const token = doc.tokens[first]
  if (!token) return []
  const whole = words.filter(isWhole)
  const best = new Map<Wording<Id>, { readonly last: number; readonly own: number | null }>()
  const endOf = (last: number): number => doc.tokens[last - 1]?.end ?? token.end
  // Of the readings of a phrase the longest that keeps within its cell and sentence: "Sigurna kuća | žrtve nasilja".
  for (const [wording, last, own] of found) {
    if (best.has(wording)) continue
    const holds = isLoose(wording.phrase.source) ? inClause : inSentence
    const isHit =
      last > first && together(doc, token.start, endOf(last) - 1) && holds(doc, token.start, endOf(last) - 1)
    if (isHit) best.set(wording, { last, own })
  }
  return [...best]
    .map(([wording, { last, own }]) => ({ wording, last, own, end: endOf(last) }))
    .sort((a, b) => b.end - a.end || rankOf(a.wording, whole) - rankOf(b.wording, whole))
    .map(({ wording: { phrase }, end, ...rest }) => ({
      id: phrase.id,
      pattern: phrase.source,
      first,
      ...rest,
      start: token.start,
      end,
    }))
}

/** Of phrases that cover the same words the one that knows the first word in full goes first, then the one listed first. */
function rankOf<Id>({ spelling, phrase: { index } }: Wording<Id>, words: Standing): number {
  return openingsOf(spelling).some((slot) => accepts(slot, words)) ? index : index + BEHIND
}

/** More than any list has phrases. */
const BEHIND = 1e9

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
