import type { Place } from '../../gazetteer/index.ts'
import { blockAt, type Doc, inOrder, type Span, type Token } from '../../text/index.ts'
import type { Name, NameIndex } from './names.ts'
import { agrees } from './spelling.ts'

/** A name of the gazetteer seen in a text, before it is known which place is meant, or whether one is. */
export interface Sighting extends Span {
  /** Tokens `[first, last)`. */
  readonly first: number
  readonly last: number
  readonly places: readonly Place[]
  readonly key: string
  /** The folded words as they stand: `backoj palanci`. */
  readonly form: string
  /** The diacritics are those of the name. */
  readonly exact: boolean
}

/** What may stand between the words of one name: spaces, a line end, a hyphen. */
const JOINED = /^(?:\s{1,9}|\s?-\s?)$/u

/**
 * Names in a text, declined or not, the longest where several fit (`Biała Podlaska` before `Biała`). Capital-initial
 * only, but for `powiat rudzki` and `województwo śląskie`. Boilerplate is passed over.
 */
export function sightingsIn(doc: Doc, names: NameIndex, soft: number): Sighting[] {
  const sightings: Sighting[] = []
  for (let first = 0; first < doc.tokens.length; first++) {
    const token = doc.tokens[first]
    const entries = token && names.get(token.form)
    if (!token || !entries || isSilent(doc, token)) continue
    const found = entries.flatMap((name) => sight(doc, { first, name, soft }) ?? []).sort(best)[0]
    if (!found) continue
    sightings.push(found)
    first = found.last - 1
  }
  return sightings.sort(inOrder)
}

/** Do menus, cookie notes and running heads, where nothing counts, hold this token? */
export function isSilent(doc: Doc, { start }: Span): boolean {
  const kind = blockAt(doc, start)?.kind
  return kind === 'boilerplate' || kind === 'header' || kind === 'footer'
}

const best = (a: Sighting, b: Sighting): number => b.last - a.last || Number(b.exact) - Number(a.exact)

interface Try {
  readonly first: number
  readonly name: Name
  readonly soft: number
}

function sight(doc: Doc, { first, name, soft }: Try): Sighting | undefined {
  const tokens = doc.tokens.slice(first, first + name.words.length)
  const [head] = tokens
  const end = tokens.at(-1)
  if (!head || !end || tokens.length < name.words.length) return undefined
  if (!tokens.every((token, i) => fits(doc, token, { name, i, before: tokens[i - 1] }))) return undefined
  if (blockAt(doc, head.start) !== blockAt(doc, end.start)) return undefined
  return {
    start: head.start,
    end: end.end,
    first,
    last: first + tokens.length,
    places: name.places,
    key: name.key,
    form: tokens.map((token) => token.form).join(' '),
    exact: tokens.every((token, i) => agrees(doc.text.slice(token.start, token.end), name.words[i]?.lemma ?? '', soft)),
  }
}

interface Position {
  readonly name: Name
  readonly i: number
  readonly before: Token | undefined
}

function fits(doc: Doc, token: Token, { name, i, before }: Position): boolean {
  const word = name.words[i]
  if (!word?.forms.has(token.form)) return false
  if (!token.capital && /^\p{Lu}/u.test(word.lemma)) return false
  return !before || JOINED.test(doc.text.slice(before.end, token.start))
}
