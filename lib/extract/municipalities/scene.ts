import type { Hit, Lexicon } from '../../locales/index.ts'
import { blockAt, type Doc } from '../../text/index.ts'
import type { Words } from './lists.ts'
import type { Sighting } from './sighting.ts'

/** Hits of a lexicon in reading order, by their first token and by the token behind their last. */
export interface Found {
  readonly ahead: ReadonlyMap<number, Hit>
  readonly behind: ReadonlyMap<number, Hit>
  readonly hits: readonly Hit[]
}

/** One sighting in its document, with all that was found around it. */
export interface Scene {
  readonly doc: Doc
  readonly words: Words
  readonly sighting: Sighting
  readonly found: ReturnType<typeof lookUp>
}

/** Nothing that ends a clause stands between a cue and its name. */
const CLOSE = /^[\s'(:–-]{0,6}$/u
/** A full stop does where the cue is an abbreviation: "ul. ", "gm. ". */
const ABBREVIATED = /^\.\s?$/u
const LONGEST_ABBREVIATION = 3

/** Finds the words of every list once in a document. */
export function lookUp(doc: Doc, words: Words) {
  const find = (lexicon: Lexicon): Found => {
    const hits = lexicon.find(doc)
    const behind = new Map<number, Hit>()
    for (const hit of hits) {
      const known = behind.get(hit.last)
      if (!known || hit.first < known.first) behind.set(hit.last, hit)
    }
    return { ahead: new Map(hits.map((hit) => [hit.first, hit])), behind, hits }
  }
  return {
    heads: find(words.heads),
    bodies: find(words.bodies),
    plans: find(words.plans),
    elsewhere: find(words.elsewhere),
    regional: find(words.regional),
    grounds: find(words.grounds),
    facilities: find(words.facilities),
    undertakings: find(words.undertakings),
    events: find(words.events),
    programmes: find(words.programmes),
    institutions: find(words.institutions),
    people: find(words.people),
    streets: find(words.streets),
    persons: find(words.persons),
    abroad: find(words.abroad),
  }
}

/** The hit that ends right before the name, or with a preposition between: "MOPS w". */
export function touching({ doc, words, sighting }: Scene, { behind }: Found, links: 0 | 1): Hit | undefined {
  const before = doc.tokens[sighting.first - 1]
  if (links && !words.links.has(before?.form ?? '')) return undefined
  const hit = behind.get(sighting.first - links)
  if (!hit || blockAt(doc, hit.start) !== blockAt(doc, sighting.start)) return undefined
  const gaps = links
    ? [
        [hit.end, before?.start],
        [before?.end, sighting.start],
      ]
    : [[hit.end, sighting.start]]
  const close = (gap: string): boolean =>
    CLOSE.test(gap) || (hit.end - hit.start <= LONGEST_ABBREVIATION && ABBREVIATED.test(gap))
  return gaps.every(([from, to]) => close(doc.text.slice(from, to))) ? hit : undefined
}

/** "J. Kowal": an initial makes it a person. */
export function hasInitial({ doc, sighting }: Scene): boolean {
  return /(?:^|[\s(])\p{Lu}\.\s?$/u.test(doc.text.slice(Math.max(0, sighting.start - 5), sighting.start))
}

/** Does the name lie in another country: "Požega u Hrvatskoj", "Požega (Hrvatska)", "hrvatska Požega"? */
export function isAbroad(scene: Scene): boolean {
  const { doc, words, found, sighting } = scene
  if (touching(scene, found.abroad, 0) ?? behindHead(scene)) return true
  const after = found.abroad.ahead.get(sighting.last) ?? found.abroad.ahead.get(sighting.last + 1)
  if (!after || after.start - sighting.end > 12) return false
  const gap = doc.text.slice(sighting.end, after.start)
  const link = doc.tokens[sighting.last]?.form ?? ''
  return after.first === sighting.last ? /[,(–-]/u.test(gap) : words.links.has(link) && /^[\s,(]*\p{L}+\s$/u.test(gap)
}

/** "hrvatskom gradu Požegi": a head word stands between. */
function behindHead(scene: Scene): Hit | undefined {
  const head = touching(scene, scene.found.heads, 0)
  return (
    head &&
    touching({ ...scene, sighting: { ...scene.sighting, first: head.first, start: head.start } }, scene.found.abroad, 0)
  )
}

/** The head word in apposition: "u Kovačici, opštini na jugu Banata". One that another name follows belongs to that. */
export function headBehind({ doc, found, sighting }: Scene): Hit | undefined {
  const head = found.heads.ahead.get(sighting.last)
  const next = doc.tokens[head?.last ?? 0]
  return head && !next?.capital && /^,\s$/u.test(doc.text.slice(sighting.end, head.start)) ? head : undefined
}
