import { at, type Doc, type Span, vocabularyOf } from '../text/index.ts'
import { type Branch, branchOf } from './branch.ts'
import { compile } from './pattern.ts'
import { type Classes, isLoose, readings } from './readings.ts'
import type { Inflect, Slot } from './slot.ts'

/** A phrase of a lexicon found in a text: tokens `[first, last)` and the span they cover. */
export interface Hit<Id extends string = string> extends Span {
  readonly id: Id
  readonly pattern: string
  readonly first: number
  readonly last: number
}

/** Letters of a beginning by which it is looked up. */
const PREFIX = 3

/** Phrases of one list with the ids they stand for. Those that begin alike are one branch, so that a text is read once. */
export class Lexicon<Id extends string = string> {
  readonly #byForm = new Map<string, Branch<Entry<Id>>[]>()
  readonly #byPrefix = new Map<string, Branch<Entry<Id>>[]>()

  /** `phrases`: id → phrases in the notation of `Pattern`; `classes`: what `{name}` stands for in them. */
  constructor(phrases: Iterable<readonly [Id, readonly string[]]>, inflect: Inflect, classes: Classes = {}) {
    const roots = new Map<Slot, Branch<Entry<Id>>>()
    let index = 0
    for (const [id, sources] of phrases)
      for (const source of sources)
        for (const reading of readings(source, classes)) {
          const { slots } = compile(reading, inflect)
          const openings = openingsOf(slots)
          const entry = { id, source, index: index++, openings, loose: isLoose(source) }
          const [first, ...rest] = slots
          if (first) branchOf(roots, first).add(entry, rest)
        }
    for (const root of roots.values()) for (const slot of openingsUnder(root)) this.#open(slot, root)
  }

  /** All hits, in reading order, the longest of those that start together first. Hits never cross the edge of a sentence, a block or a cell. */
  find(doc: Text): Hit<Id>[] {
    const { forms, ids } = vocabularyOf(doc.tokens)
    const roots = forms.map((form) => this.#rootsOf(form))
    const hits: Hit<Id>[] = []
    ids.forEach((id, first) => {
      const open = roots[id]
      if (open) for (const hit of hitsAt(doc, first, open)) hits.push(hit)
    })
    return hits
  }

  #open({ words }: Slot, root: Branch<Entry<Id>>): void {
    for (const form of [...words.forms, ...words.acronyms]) push(this.#byForm, form, root)
    for (const start of [...words.prefixes, ...words.acronyms]) push(this.#byPrefix, start.slice(0, PREFIX), root)
  }

  /** The branches that may begin with a word; undefined where there are none. */
  #rootsOf(form: string): readonly Branch<Entry<Id>>[] | undefined {
    const whole = this.#byForm.get(form)
    const starts = this.#byPrefix.size ? [1, 2, 3].flatMap((n) => this.#byPrefix.get(form.slice(0, n)) ?? []) : []
    return starts.length ? [...new Set([...(whole ?? []), ...starts])] : whole
  }
}

/** What a lexicon reads of a document; without sentences it is read as one. */
type Text = Pick<Doc, 'tokens' | 'blocks'> & Partial<Pick<Doc, 'sentences' | 'text'>>

interface Entry<Id> {
  readonly id: Id
  /** The phrase as it is listed, of which its branches are one reading. */
  readonly source: string
  /** Its place in the list. */
  readonly index: number
  readonly openings: readonly Slot[]
  /** Must its words stand in one clause? */
  readonly loose: boolean
}

/** Hits of the phrases under `roots` that begin at token `first`, the longest first. */
function hitsAt<Id extends string>(doc: Text, first: number, roots: readonly Branch<Entry<Id>>[]): Hit<Id>[] {
  const found: [Entry<Id>, number][] = []
  for (const root of roots) root.follow(doc.tokens, first, found)
  const token = doc.tokens[first]
  if (!token || found.length === 0) return []
  const best = new Map<Entry<Id>, number>()
  for (const [entry, last] of found) if (!best.has(entry)) best.set(entry, last)
  return [...best]
    .flatMap(([entry, last]) => {
      const end = doc.tokens[last - 1]?.end ?? token.end
      const isHit = last > first && together(doc, token.start, end - 1)
      const holds = entry.loose ? inClause : inSentence
      return isHit && holds(doc, token.start, end - 1) ? [{ entry, last, end }] : []
    })
    .sort((a, b) => b.end - a.end || rankOf(a.entry, token.form) - rankOf(b.entry, token.form))
    .map(({ entry: { id, source }, last, end }) => ({ id, pattern: source, first, last, start: token.start, end }))
}

/** Of phrases that cover the same words the one that knows the first word in full goes first, then the one listed first. */
function rankOf<Id>({ openings, index }: Entry<Id>, form: string): number {
  const isWhole = openings.some(({ words }) => words.forms.has(form) || words.acronyms.includes(form))
  return isWhole ? index : index + BEHIND
}

/** More than any list has phrases. */
const BEHIND = 1e9

/** Do two positions lie in one block and, in a row, in one cell? */
function together({ blocks }: Pick<Doc, 'blocks'>, a: number, b: number): boolean {
  const block = at(blocks, a)
  return block === at(blocks, b) && (!block?.cells.length || at(block.cells, a) === at(block.cells, b))
}

/** Do two positions lie in one sentence? */
const inSentence = ({ sentences = [] }: Text, a: number, b: number): boolean => at(sentences, a) === at(sentences, b)

/** Do two positions lie in one sentence, with no more than commas between them? */
const inClause = (doc: Text, a: number, b: number): boolean =>
  inSentence(doc, a, b) && !/[:;()•|]/u.test(doc.text?.slice(a, b) ?? '')

/** The slots a match can begin with: the first, and what stands behind leading optional ones. */
function openingsOf(slots: readonly Slot[]): readonly Slot[] {
  const end = slots.findIndex((slot) => !slot.optional)
  return slots.slice(0, end + 1)
}

/** The slots a match under a branch can begin with. */
const openingsUnder = <Phrase>({ slot, next }: Branch<Phrase>): Slot[] =>
  slot.optional ? [slot, ...next.flatMap(openingsUnder)] : [slot]

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
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
