import { at, type Doc, type Span, type Token } from '../text/index.ts'
import { compile, type Inflect, matchAt, type Pattern } from './pattern.ts'
import { type Classes, isLoose, readings } from './readings.ts'

/** A phrase of a lexicon found in a text: tokens `[first, last)` and the span they cover. */
export interface Hit<Id extends string = string> extends Span {
  readonly id: Id
  readonly pattern: string
  readonly first: number
  readonly last: number
}

const PREFIX = 3

/** Phrases of one list with the ids they stand for, indexed by how they begin, so that a text is read once. */
export class Lexicon<Id extends string = string> {
  readonly #byForm = new Map<string, Entry<Id>[]>()
  readonly #byPrefix = new Map<string, Entry<Id>[]>()

  /** `phrases`: id → phrases in the notation of `Pattern`; `classes`: what `{name}` stands for in them. */
  constructor(phrases: Iterable<readonly [Id, readonly string[]]>, inflect: Inflect, classes: Classes = {}) {
    for (const [id, sources] of phrases)
      for (const source of sources)
        for (const reading of readings(source, classes))
          this.#add({ id, source, loose: isLoose(source), pattern: compile(reading, inflect) })
  }

  /** All hits, in reading order, the longest of those that start together first. Hits never cross the edge of a block or a cell. */
  find(doc: Text): Hit<Id>[] {
    const hits: Hit<Id>[] = []
    for (let first = 0; first < doc.tokens.length; first++) hits.push(...this.#hitsAt(doc, first))
    return hits
  }

  #add(entry: Entry<Id>): void {
    for (const slot of openings(entry.pattern)) {
      for (const form of [...slot.forms, ...slot.acronyms]) push(this.#byForm, form, entry)
      for (const prefix of [...slot.prefixes, ...slot.acronyms]) push(this.#byPrefix, prefix.slice(0, PREFIX), entry)
    }
  }

  #hitsAt(doc: Text, first: number): Hit<Id>[] {
    const token = doc.tokens[first]
    if (!token) return []
    const entries = new Set([...(this.#byForm.get(token.form) ?? []), ...this.#byStart(token)])
    const hits: Hit<Id>[] = []
    for (const { id, source, loose, pattern } of entries) {
      const last = matchAt(pattern.slots, doc.tokens, first)
      if (last <= first) continue
      const end = doc.tokens[last - 1]?.end ?? token.end
      if (together(doc, token.start, end - 1) && (!loose || inClause(doc, token.start, end - 1)))
        hits.push({ id, pattern: source, first, last, start: token.start, end })
    }
    return hits.sort((a, b) => b.end - a.end)
  }

  #byStart(token: Token): Entry<Id>[] {
    const entries: Entry<Id>[] = []
    for (let n = 1; n <= PREFIX; n++) entries.push(...(this.#byPrefix.get(token.form.slice(0, n)) ?? []))
    return entries
  }
}

/** What a lexicon reads of a document; without sentences it is read as one. */
type Text = Pick<Doc, 'tokens' | 'blocks'> & Partial<Pick<Doc, 'sentences' | 'text'>>

interface Entry<Id> {
  readonly id: Id
  /** The phrase as it is listed, of which `pattern` is one reading. */
  readonly source: string
  /** Must its words stand in one sentence? */
  readonly loose: boolean
  readonly pattern: Pattern
}

/** Do two positions lie in one block and, in a row, in one cell? */
function together({ blocks }: Pick<Doc, 'blocks'>, a: number, b: number): boolean {
  const block = at(blocks, a)
  return block === at(blocks, b) && (!block?.cells.length || at(block.cells, a) === at(block.cells, b))
}

/** Do two positions lie in one sentence, with no more than commas between them? */
const inClause = ({ sentences = [], text = '' }: Text, a: number, b: number): boolean =>
  at(sentences, a) === at(sentences, b) && !/[:;()•|]/u.test(text.slice(a, b))

/** The slots a match can begin with: the first, and what stands behind leading optional ones. */
function openings({ slots }: Pattern): Pattern['slots'][number][] {
  const end = slots.findIndex((slot) => !slot.optional)
  return slots.slice(0, end + 1)
}

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
