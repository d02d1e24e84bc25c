import type { PlaceType } from '../../gazetteer/index.ts'
import type { Hit, Lexicon } from '../../locales/index.ts'
import { type Block, blockAt, type Doc, quote, sentenceAt } from '../../text/index.ts'
import type { Words } from './lists.ts'
import type { Sighting } from './sighting.ts'

/** What stands around a sighting and says how it is meant. */
export interface Cues {
  /** A word before the name that says what it names: `opština`, `gmina`. The words as they stand. */
  readonly head?: string
  /** A local body or institution before it: `Skupština opštine`, `MOPS w`. */
  readonly body?: string
  /** Kinds of place that head and body speak of, the likeliest first. */
  readonly types: readonly PlaceType[]
  /** A plan in whose title it stands: `Strategija razvoja socijalne zaštite`. */
  readonly plan?: string
  /** A word that makes it a neighbour, a partner, a seat of another body, a way there. */
  readonly elsewhere?: string
  readonly street: boolean
  readonly person: boolean
  readonly abroad: boolean
  readonly block: Block | undefined
  /** It opens its block or a cell: `Kazimierza Wielka (7,1 mln zł) – …`. */
  readonly opens: boolean
  /** A capital says nothing here: a sentence begins, all is in capitals, a quotation mark or a capital stands beside. */
  readonly exposed: boolean
}

/** Hits of each lexicon in a document by the token behind their last, and in reading order. */
interface Found {
  readonly behind: ReadonlyMap<number, Hit>
  readonly hits: readonly Hit[]
}

const NEAR = 8
const TITLE_REACH = 14
/** Nothing that ends a sentence or a clause stands between a cue and its name. */
const CLOSE = /^[\s"„”“«»'(:–-]{0,6}$/u

/** Cues of every sighting, in their order. Names that share a head word share its cues: "opštine Žitište i Sečanj". */
export function cuesOf(doc: Doc, sightings: readonly Sighting[], words: Words): Cues[] {
  const find = (lexicon: Lexicon): Found => {
    const hits = lexicon.find(doc)
    const behind = new Map<number, Hit>()
    for (const hit of hits) {
      const known = behind.get(hit.last)
      if (!known || hit.first < known.first) behind.set(hit.last, hit)
    }
    return { behind, hits }
  }
  const found = {
    heads: find(words.heads),
    bodies: find(words.bodies),
    plans: find(words.plans),
    elsewhere: find(words.elsewhere),
    regional: find(words.regional),
    streets: find(words.streets),
    persons: find(words.persons),
    abroad: find(words.abroad),
  }
  const cues: Cues[] = []
  sightings.forEach((sighting, i) => {
    const own = read({ doc, words, found, sighting })
    const before = sightings[i - 1]
    const shared = before && !own.head && !own.body && areJoined(doc, words, [before, sighting]) ? cues[i - 1] : undefined
    cues.push(shared ? share(shared, own) : own)
  })
  return cues
}

const share = ({ head, body, types, plan, elsewhere, abroad }: Cues, own: Cues): Cues => ({
  ...own,
  types,
  abroad: own.abroad || abroad,
  ...(head && { head }),
  ...(body && { body }),
  ...(plan && { plan }),
  ...(elsewhere && { elsewhere }),
})

/** Does only a comma or a conjunction stand between two names? */
function areJoined(doc: Doc, { joints }: Words, [a, b]: readonly [Sighting, Sighting]): boolean {
  if (a.key === b.key || b.first - a.last > 1 || a.last > b.first) return false
  const between = doc.tokens[a.last]
  const gap = doc.text.slice(a.end, b.start)
  return b.first === a.last ? /^\s?[,/]\s/u.test(gap) : joints.has(between?.form ?? '') && /^,?\s\p{L}+\s$/u.test(gap)
}

interface Scene {
  readonly doc: Doc
  readonly words: Words
  readonly sighting: Sighting
  readonly found: Readonly<
    Record<'heads' | 'bodies' | 'plans' | 'elsewhere' | 'regional' | 'streets' | 'persons' | 'abroad', Found>
  >
}

function read(scene: Scene): Cues {
  const { doc, words, found, sighting } = scene
  const head = touching(scene, found.heads, 0)
  const body = touching(scene, found.bodies, 0) ?? touching(scene, found.bodies, 1)
  const plan = planOf(scene)
  const elsewhere = regionalOf(scene) ?? nearBefore(scene, found.elsewhere, NEAR)
  const block = blockAt(doc, sighting.start)
  const say = (hit: Hit | undefined): string | undefined => hit && quote(doc, hit)
  return {
    ...(head && { head: quote(doc, head) }),
    ...(body && { body: quote(doc, body) }),
    types: words.types.get(body?.id ?? '')?.length ? (words.types.get(body?.id ?? '') ?? []) : (words.types.get(head?.id ?? '') ?? []),
    ...(plan && { plan: say(plan) ?? '' }),
    ...(elsewhere && !isOwn(head, elsewhere) && { elsewhere: quote(doc, elsewhere) }),
    street: touching(scene, found.streets, 0) !== undefined,
    person: touching(scene, found.persons, 0) !== undefined || isInitial(scene),
    abroad: isAbroad(scene),
    block,
    opens: opens(scene, block),
    exposed: isExposed(scene),
  }
}

/** The hit that ends right before the name, or with a preposition between. */
function touching({ doc, words, sighting }: Scene, { behind }: Found, links: 0 | 1): Hit | undefined {
  if (links && !words.links.has(doc.tokens[sighting.first - 1]?.form ?? '')) return undefined
  const hit = behind.get(sighting.first - links)
  if (!hit || blockAt(doc, hit.start) !== blockAt(doc, sighting.start)) return undefined
  const from = doc.tokens[sighting.first - 1]
  const gaps = links ? [doc.text.slice(hit.end, from?.start), doc.text.slice(from?.end, sighting.start)] : [doc.text.slice(hit.end, sighting.start)]
  return gaps.every((gap) => CLOSE.test(gap) || /^\.\s$/u.test(gap)) ? hit : undefined
}

/** The nearest hit before the name in its sentence, at most so many tokens away. */
function nearBefore({ doc, sighting }: Scene, { hits }: Found, reach: number): Hit | undefined {
  const { start } = sentenceAt(doc, sighting.start)
  return hits.findLast((hit) => hit.start >= start && hit.last <= sighting.first && sighting.first - hit.last <= reach)
}
