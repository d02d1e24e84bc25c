import { PLACE_TYPES, type Place, type PlaceType } from '../../gazetteer/index.ts'
import type { Hit } from '../../locales/index.ts'
import { type Doc, sentenceAt } from '../../text/index.ts'
import type { Told } from './apposed.ts'
import type { Sighted } from './guard.ts'
import type { Words } from './lists.ts'
import { regionOf } from './region.ts'
import type { Sighting } from './sighting.ts'

/** A sighting whose place is known. */
export interface Resolved extends Sighted {
  readonly place: Place
  /** Why this place of several with the name, in words; empty where the name has one bearer. */
  readonly choice: string
}

/** Points for what speaks for one bearer of a name against the others. */
const POINTS = {
  onlyType: 3,
  firstType: 1,
  nextType: 0.5,
  wrongType: -2,
  beside: 1.5,
  office: 0.5,
  sentence: 4,
  region: 1.5,
  county: 1,
  neighbour: 1,
  size: 0.4,
  nominative: 1.5,
  certain: 2,
}

/** The words of the language, and where the text itself says that names lie. */
interface Known {
  readonly words: Words
  readonly told: ReadonlyMap<Sighting, Told>
  /** Bodies and officials of the text, with a place's name or without. */
  readonly bodies: readonly Hit[]
}

/** A sighting with the only places that it can mean, where the text says where it lies. */
type Narrowed = Sighted & { readonly among?: readonly Place[] }

/** What the whole document says of where it is. */
interface Setting {
  readonly doc: Doc
  /** Times that a region is named, by its id; and the sentences in which it is, as `id@start`. */
  readonly regions: ReadonlyMap<string, number>
  readonly sentences: ReadonlySet<string>
  /** Places that some words of the document name beyond doubt. */
  readonly certain: ReadonlySet<Place>
  /** How many other places of the document lie in a powiat or region, by its id or NUTS 3 code. */
  readonly around: ReadonlyMap<string, number>
  /** How well each kind of place fits all the head words beside a name: `general.get('swidnica')?.('rural')`. */
  readonly general: ReadonlyMap<string, (type: PlaceType) => number>
  /** How well a kind of place fits the bodies and officials that stand without a name: a "wójt" has a rural gmina. */
  readonly offices: (type: PlaceType) => number
}

/**
 * Decides which place each name means. Of several that bear it (228 Polish names, Palilula), the one that fits best the
 * head words and bodies beside it, the regions named in its sentence and in the document, the other places of the
 * document, and its size.
 */
export function resolve(doc: Doc, all: readonly Sighted[], { words, told, bodies }: Known): Resolved[] {
  const sighted = narrowed(all, told)
  // In "powiat opolski" no region is named: two voivodeships have one.
  const units = new Set(
    sighted.flatMap(({ sighting: { name, last } }) => (name.places.some(isCounty) ? [last - 1] : [])),
  )
  const regions = words.regions.find(doc).filter(({ first }) => !units.has(first))
  const certain = new Set(sighted.flatMap((one) => (candidatesOf(one).length === 1 ? candidatesOf(one) : [])))
  const setting = {
    doc,
    regions: countBy(regions, (hit) => hit.id),
    sentences: new Set(regions.map((hit) => `${hit.id}@${sentenceAt(doc, hit.start).start}`)),
    certain,
    around: surroundings(certain),
    general: generalFits(sighted),
    offices: officeFits(nameless(bodies, sighted).map(({ id }) => words.types.get(id) ?? [])),
  }
  const found = sighted.flatMap((one) => {
    const [first, second] = rank(one, setting)
    if (!first) return []
    const choice = second
      ? `the likeliest of ${candidatesOf(one).length} places that it can name, by words, region and size`
      : ''
    return [{ ...one, place: first, choice }]
  })
  return withoutFar(doc, found)
}

/**
 * With the bearers that lie where the text says, and for a name that stands elsewhere without such words those of its first such
 * mention: "GMINA DOBRA (pow. łobeski) … PSZOK Dobra". A village that the gazetteer lacks is dropped.
 */
function narrowed(all: readonly Sighted[], told: Known['told']): Narrowed[] {
  const known = new Map<string, readonly Place[]>()
  const own = all.map((one) => {
    const there = told.get(one.sighting)
    const places = there && candidatesOf(one).filter(there.holds)
    if (places?.length && !known.has(one.sighting.name.key)) known.set(one.sighting.name.key, places)
    return { one, places, isUnlisted: there?.strict && places?.length === 0 && one.cues.head === undefined }
  })
  return own.flatMap(({ one, places = [], isUnlisted }) => {
    if (isUnlisted) return []
    const among = places.length
      ? places
      : candidatesOf(one).filter((place) => known.get(one.sighting.name.key)?.includes(place))
    return [among.length ? { ...one, among } : one]
  })
}

const isCounty = ({ type }: Place): boolean => type === 'county'

/**
 * A village is often called as a gmina far away: of a text that names its own municipality by a head word, `w Dąbrowicy`
 * is not Dąbrowice in another voivodeship. Only small places that stand without a head word, and only in declined forms or in
 * a row of villages: "Troszyn – Zielin – Kurzycko: …".
 */
function withoutFar(doc: Doc, all: readonly Resolved[]): Resolved[] {
  const home = new Set(all.filter(isNamed).map(({ place }) => regionOf(place)))
  if (!home.size) return [...all]
  const kept = new Set(
    all
      .filter((one) => isNamed(one) || (one.sighting.form === one.sighting.name.key && !isInRow(doc, one)))
      .map(({ place }) => place),
  )
  const opens = (one: Resolved): boolean => one.cues.opens && !one.cues.body && !isInRow(doc, one)
  return all.filter(
    (one) => !isVillage(one.place) || kept.has(one.place) || opens(one) || home.has(regionOf(one.place)),
  )
}

/** Do dashes part it from other names up to a dash or a colon? */
const isInRow = ({ text }: Doc, { sighting }: Resolved): boolean =>
  ROW.test(text.slice(sighting.end, sighting.end + LONGEST_ROW))
const ROW = /^\s[–—-]\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:\s[–—-]\s\p{Lu}|:)/u
const LONGEST_ROW = 60

const VILLAGE = 5000
const isVillage = ({ type, population }: Place): boolean =>
  type === 'rural' || (type === 'urban-rural' && population < VILLAGE)

const isNamed = ({ cues }: Resolved): boolean =>
  cues.head !== undefined || (cues.body !== undefined && cues.types.length > 0)

const candidatesOf = ({ sighting, among }: Narrowed): readonly Place[] =>
  among ?? [...sighting.name.places, ...(sighting.others ?? [])]

function rank(one: Narrowed, setting: Setting): readonly Place[] {
  const places = candidatesOf(one)
  if (places.length < 2) return places
  const points = new Map(places.map((place) => [place, pointsOf(place, one, setting)]))
  return places.toSorted((a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0))
}

function pointsOf(place: Place, one: Sighted, setting: Setting): number {
  const { name, form } = one.sighting
  const { types } = one.cues
  const general = setting.general.get(name.key)?.(place.type) ?? 0
  const most = types.length ? POINTS.firstType : POINTS.onlyType
  return (
    fitOf(types, place.type) * POINTS.beside +
    Math.max(-most, Math.min(most, general / (types.length ? 4 : 2))) +
    (types.length || general ? 0 : setting.offices(place.type)) +
    regionPoints(place, one, setting) +
    Math.min(3, setting.around.get(place.parent ?? '') ?? 0) * POINTS.county +
    Math.min(4, setting.around.get(regionOf(place)) ?? 0) * POINTS.neighbour +
    (form === name.key && name.places.includes(place) ? POINTS.nominative : 0) +
    (setting.certain.has(place) ? POINTS.certain : 0) +
    Math.log10(place.population + 1) * POINTS.size
  )
}

/** How well a kind of place fits the kinds that a head word speaks of. */
function fitOf(types: readonly PlaceType[], type: PlaceType): number {
  if (!types.length) return 0
  const at = types.indexOf(type)
  if (at < 0) return POINTS.wrongType
  if (at > 0) return POINTS.nextType / at
  return types.length === 1 ? POINTS.onlyType : POINTS.firstType
}

/** "Kolno. Wójt otworzył świetlicę": bodies and officials without a name are those of the place itself. Each kind of place is judged once. */
function officeFits(offices: readonly (readonly PlaceType[])[]): (type: PlaceType) => number {
  const fits = new Map(
    PLACE_TYPES.map((type) => {
      const sum = offices.reduce((points, types) => points + fitOf(types, type) * POINTS.office, 0)
      return [type, Math.max(-1, Math.min(1, sum))]
    }),
  )
  return (type) => fits.get(type) ?? 0
}

/** Bodies and officials behind which no name stands. */
function nameless(bodies: readonly Hit[], sighted: readonly Sighted[]): Hit[] {
  const firsts = new Set(sighted.map(({ sighting }) => sighting.first))
  return bodies.filter(({ last }) => !firsts.has(last) && !firsts.has(last + 1))
}

function regionPoints(place: Place, { sighting }: Sighted, { doc, regions, sentences }: Setting): number {
  const id = regionOf(place)
  const here = sentences.has(`${id}@${sentenceAt(doc, sighting.start).start}`)
  return (here ? POINTS.sentence : 0) + Math.min(2, regions.get(id) ?? 0) * POINTS.region
}

/** Counts the places that are certain, each once, in each powiat and region. */
function surroundings(certain: ReadonlySet<Place>): Map<string, number> {
  const around = new Map<string, number>()
  const count = (key: string | undefined, by: number) => key && around.set(key, (around.get(key) ?? 0) + by)
  for (const place of certain) {
    count(place.parent, 1)
    count(regionOf(place), 1)
    // A powiat that is named speaks for all its gminas.
    if (place.type === 'county') count(place.id, 3)
  }
  return around
}

const countBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, number> =>
  new Map(
    Map.groupBy(items, key)
      .entries()
      .map(([name, group]) => [name, group.length]),
  )

/** Sums the fit of every kind over the head words of one name, each kind computed when first asked for. */
function generalFits(sighted: readonly Sighted[]): Map<string, (type: PlaceType) => number> {
  const sums = new Map<string, (type: PlaceType) => number>()
  for (const [key, group] of Map.groupBy(sighted, (one) => one.sighting.name.key)) {
    const known = new Map<PlaceType, number>()
    sums.set(key, (type) => {
      const sum =
        known.get(type) ??
        group.reduce((total, one) => total + (one.cues.elsewhere ? 0 : fitOf(one.cues.types, type)), 0)
      known.set(type, sum)
      return sum
    })
  }
  return sums
}
