import { isUnit, type PlaceType } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import { type Block, blockAt, type Doc, fold, quote } from '../../text/index.ts'
import { bareNames } from './bare.ts'
import { type Chain, chainsOf } from './chain.ts'
import { countyOffice, elsewhereBefore, isGround, isScene, planBefore, seatBefore } from './reach.ts'
import { hasInitial, headBehind, isAbroad, type Scene, touching } from './scene.ts'
import {
  endOfOpening,
  isAddress,
  isAgency,
  isAside,
  isDateline,
  isExposed,
  isFronted,
  isHouse,
  labelsReport,
  opens,
  opensReport,
} from './shape.ts'
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
  /** An office of a powiat stands in it: `PCPR w Kościanie`. */
  readonly office?: Hit
  /**
   * Only where something lies, or in the name of a programme that pays: `(powiat leski)`, `Regionalny Program
   * Operacyjny Województwa`.
   */
  readonly aside: boolean
  /** In a list of nothing but names. */
  readonly listed: boolean
  /** An institution, the ground or the people of the place stand before it: `Klub Senior+ w`, `z terenu`. */
  readonly ground: boolean
  /** A project, people or an institution stand before it in its sentence, and no meeting or game. */
  readonly scene: boolean
  /** A word that makes it a neighbour, a partner, a seat of another body, a way there. */
  readonly elsewhere?: string
  /**
   * Only where something is: a preposition or a postcode before the name (`u Beogradu`, `23-300 Janów Lubelski`), or an
   * institution that also serves others (`Dom za stare u Apatinu`).
   */
  readonly where: boolean
  /** Where the name begins with its head word or body. */
  readonly from: number
  /** Among the first paragraphs, where news says what it is about. */
  readonly early: boolean
  /** Index of the sighting that opens its chain of names: `gminy Gniew, Pelplin i Morzeszczyn`. */
  readonly chain: number
  readonly street: boolean
  /** It is the name of a house: „Pod Brzozą”. */
  readonly house: boolean
  readonly person: boolean
  readonly abroad: boolean
  readonly block: Block | undefined
  /** It opens its block or a cell: `Kazimierza Wielka (7,1 mln zł) – …`. */
  readonly opens: boolean
  /** A capital says nothing here: a sentence begins, all is in capitals, a quotation mark or a capital stands beside. */
  readonly exposed: boolean
  /** Only where a text was signed: `Kielce, 4 września 2024 r.` */
  readonly dateline: boolean
  /** Where a report comes from: `Niš – Od danas radi`. */
  readonly agency: boolean
  /** It labels a paragraph of its own: `Ruma: Opština je uvela uslugu`. */
  readonly labels: boolean
  /** With its preposition it opens a sentence: "U Trsteniku, Brusu i Prijepolju montirano je". */
  readonly fronted: boolean
  /** The same in capitals, which are no other word's: `JAROSŁAW. Trzydzieści miejsc`. */
  readonly reports: boolean
}

/** Cues of every sighting, in their order. Names that share a head word share its cues: "opštine Žitište i Sečanj". */
export function cuesOf(
  doc: Doc,
  sightings: readonly Sighting[],
  { words, found }: Pick<Scene, 'words' | 'found'>,
): Cues[] {
  const opening = endOfOpening(doc)
  const listed = bareNames(doc, sightings, words)
  const owns = sightings.map((sighting) => ({
    ...read({ doc, words, found, sighting }),
    early: sighting.start < opening,
    listed: listed.has(sighting),
    sighting,
  }))
  const cues: Cues[] = []
  // "Opština Kuršumlija i Crveni krst": the head word of one place is not that of a name which is a word.
  const parts = (own: (typeof owns)[number], { head }: Cues): boolean =>
    words.strict.has(own.sighting.name.key) && head !== undefined && words.singles.has(fold(head))
  chainsOf(doc, words, owns).forEach((chain, i) => {
    const own = owns[i]
    const before = chain.first < i ? cues[i - 1] : undefined
    const joined = before && own && !parts(own, before)
    if (own) cues.push({ ...(joined ? share(before, own, chain) : own), chain: chain.first })
  })
  return cues
}

function share(before: Cues, own: Omit<Cues, 'chain'>, { closed }: Chain): Omit<Cues, 'chain'> {
  const away = closed && before.elsewhere ? { elsewhere: before.elsewhere } : {}
  if (own.head || own.body) return { ...own, ...away }
  const { head, body, types, plan, abroad, aside, where } = before
  return {
    ...own,
    types,
    abroad: own.abroad || abroad,
    aside,
    where: own.where || where,
    ...(head && { head }),
    ...(body && { body }),
    ...(plan && { plan }),
    ...away,
  }
}

function read(scene: Scene): Omit<Cues, 'early' | 'chain' | 'listed'> {
  const { doc, words, found, sighting } = scene
  const head = touching(scene, found.heads, 0) ?? headBehind(scene)
  const body = bodyBefore(scene)
  const plan = planBefore(scene)
  const own = head || body || namesCounty(sighting)
  const office = own ? undefined : countyOffice(scene)
  const elsewhere = (own ? undefined : seatBefore(scene)) ?? elsewhereBefore(scene)
  const typed = [body, head].map((hit) => words.types.get(hit?.id ?? '') ?? [])
  return {
    ...(head && { head: quote(doc, head) }),
    ...(body && { body: quote(doc, body) }),
    ...(plan && { plan: quote(doc, plan) }),
    ...(office && { office }),
    aside: namesUnit(sighting) && (touching(scene, found.programmes, 0) !== undefined || isAside(scene)),
    ground: isGround(scene),
    scene: isScene(scene),
    ...(elsewhere && { elsewhere: quote(doc, elsewhere) }),
    types: typed.find((types) => types.length) ?? [],
    where: own
      ? isHome(scene, body) || isIn(scene, head)
      : words.where.has(doc.tokens[sighting.first - 1]?.form ?? '') || isAddress(scene),
    from: Math.min(sighting.start, ...[head, body].flatMap((hit) => hit?.start ?? [])),
    street: touching(scene, found.streets, 0) !== undefined,
    house: isHouse(scene),
    person: touching(scene, found.persons, 0) !== undefined || hasInitial(scene),
    abroad: isAbroad(scene),
    block: blockAt(doc, sighting.start),
    opens: opens(scene, body ?? head),
    exposed: isExposed(scene),
    dateline: isDateline(scene),
    agency: isAgency(scene),
    reports: opensReport(scene),
    labels: labelsReport(scene),
    fronted: isFronted(scene),
  }
}

/** The body right before the name, or with a preposition; one of a powiat only before a powiat's name. */
function bodyBefore(scene: Scene): Hit | undefined {
  const { words, found, sighting } = scene
  const body = touching(scene, found.bodies, 0) ?? touching(scene, found.bodies, 1)
  const isCounty = words.types.get(body?.id ?? '')?.includes('county') ?? false
  return isCounty && !namesCounty(sighting) ? undefined : body
}

/** Is it a home or a workshop "in" the place, which people of other towns use too? */
const isHome = ({ sighting }: Scene, body: Hit | undefined): boolean =>
  body?.id === 'home' && body.last < sighting.first

/** "u opštini Žabari", "w gminie Hanna": a place with its head word, but still where something is. */
const isIn = ({ doc, words }: Scene, head: Hit | undefined): boolean =>
  head !== undefined && head.last - head.first === 1 && words.where.has(doc.tokens[head.first - 1]?.form ?? '')

export const namesUnit = ({ name }: Sighting): boolean => name.places.some(isUnit)

const namesCounty = ({ name }: Sighting): boolean => name.places.some(({ type }) => type === 'county')
