import type { PlaceType } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import { type Block, blockAt, type Doc, quote } from '../../text/index.ts'
import type { Words } from './lists.ts'
import {
  elsewhereBefore,
  hasInitial,
  headBehind,
  isAbroad,
  NEAR,
  nearBefore,
  planBefore,
  type Scene,
  touching,
} from './scene.ts'
import { hasPostcode, isDateline, isExposed, opens } from './shape.ts'
import type { Sighting } from './sighting.ts'

/** What stands around a sighting and says how it is meant. */
export interface Cues {
  /** A word before the name, or in apposition behind it, that says what it names: `opština`, `gmina`. The words as they stand. */
  readonly head?: string
  /** A local body or institution before it: `Skupština opštine`, `MOPS w`. */
  readonly body?: string
  /** Kinds of place that head and body speak of, the likeliest first. */
  readonly types: readonly PlaceType[]
  /** A plan in whose title it stands: `Strategija razvoja socijalne zaštite`. */
  readonly plan?: string
  /** A word that makes it a neighbour, a partner, a seat of another body, a way there. */
  readonly elsewhere?: string
  /** A preposition of place or a postcode before a bare name: `u Beogradu`, `23-300 Janów Lubelski`. */
  readonly where: boolean
  readonly street: boolean
  readonly person: boolean
  readonly abroad: boolean
  readonly block: Block | undefined
  /** It opens its block or a cell: `Kazimierza Wielka (7,1 mln zł) – …`. */
  readonly opens: boolean
  /** A capital says nothing here: a sentence begins, all is in capitals, a quotation mark or a capital stands beside. */
  readonly exposed: boolean
  /** Only where a text was signed: `Kielce, 4 września 2024 r.` */
  readonly dateline: boolean
}

/** Cues of every sighting, in their order. Names that share a head word share its cues: "opštine Žitište i Sečanj". */
export function cuesOf(
  doc: Doc,
  sightings: readonly Sighting[],
  { words, found }: Pick<Scene, 'words' | 'found'>,
): Cues[] {
  const cues: Cues[] = []
  sightings.forEach((sighting, i) => {
    const own = read({ doc, words, found, sighting })
    const before = sightings[i - 1]
    const shared =
      before && !own.head && !own.body && areJoined(doc, words, [before, sighting]) ? cues[i - 1] : undefined
    cues.push(shared ? share(shared, own) : own)
  })
  return cues
}

function share({ head, body, types, plan, elsewhere, abroad, where }: Cues, own: Cues): Cues {
  return {
    ...own,
    types,
    abroad: own.abroad || abroad,
    where: own.where || where,
    ...(head && { head }),
    ...(body && { body }),
    ...(plan && { plan }),
    ...(elsewhere && { elsewhere }),
  }
}

/** Does only a comma or a conjunction stand between two names? */
function areJoined(doc: Doc, { joints }: Words, [a, b]: readonly [Sighting, Sighting]): boolean {
  if (a.name.key === b.name.key || b.first - a.last > 1 || a.last > b.first) return false
  const gap = doc.text.slice(a.end, b.start)
  if (b.first === a.last) return /^\s?[,/]\s/u.test(gap)
  return joints.has(doc.tokens[a.last]?.form ?? '') && /^,?\s\p{L}+\s$/u.test(gap)
}

function read(scene: Scene): Cues {
  const { doc, words, found, sighting } = scene
  const head = touching(scene, found.heads, 0) ?? headBehind(scene)
  const body = bodyBefore(scene)
  const plan = planBefore(scene)
  // The bodies of a powiat make its towns a seat, not the powiat.
  const own = head || body || namesCounty(sighting)
  const elsewhere = own ? nearBefore(scene, found.elsewhere, NEAR) : elsewhereBefore(scene)
  const block = blockAt(doc, sighting.start)
  const typed = [body, head].map((hit) => words.types.get(hit?.id ?? '') ?? [])
  return {
    ...(head && { head: quote(doc, head) }),
    ...(body && { body: quote(doc, body) }),
    ...(plan && { plan: quote(doc, plan) }),
    ...(elsewhere && { elsewhere: quote(doc, elsewhere) }),
    types: typed.find((types) => types.length) ?? [],
    where: !head && !body && (words.where.has(doc.tokens[sighting.first - 1]?.form ?? '') || hasPostcode(scene)),
    street: touching(scene, found.streets, 0) !== undefined,
    person: touching(scene, found.persons, 0) !== undefined || hasInitial(scene),
    abroad: isAbroad(scene),
    block,
    opens: opens(scene, body ?? head),
    exposed: isExposed(scene),
    dateline: isDateline(scene),
  }
}

/** The body right before the name, or with a preposition. The bodies of a powiat stand in a town but are not the town's. */
function bodyBefore(scene: Scene): Hit | undefined {
  const { words, found, sighting } = scene
  const body = touching(scene, found.bodies, 0) ?? touching(scene, found.bodies, 1)
  const isCounty = words.types.get(body?.id ?? '')?.includes('county') ?? false
  return isCounty && !namesCounty(sighting) ? undefined : body
}

const namesCounty = ({ name }: Sighting): boolean => name.places.some(({ type }) => type === 'county')
