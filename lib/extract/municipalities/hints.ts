import { type Place, placeById } from '../../gazetteer/index.ts'
import type { Locale } from '../../locales/index.ts'
import { at, blockAt, type Doc, type Token } from '../../text/index.ts'
import type { Derived } from './derived.ts'
import { type EpithetIndex, epithetsOf } from './epithets.ts'
import { wordsOf } from './lists.ts'
import type { Resolved } from './resolve.ts'
import type { Scene } from './scene.ts'
import { endOfOpening } from './shape.ts'
import { isSilent } from './sighting.ts'
import { latin } from './spelling.ts'

/** Evidence for a place that the text does not name: a word made of its name, a powiat's office in its seat. */
export interface Hint extends Omit<Derived, 'titled'> {
  readonly points: number
  /** It names the officer of a powiat who issues the text: `Starosta Wąbrzeski`. */
  readonly issues?: boolean | undefined
}

/** Points of an office, of an adjective beside an institution or people, of the inhabitants; less behind the opening. */
const POINTS = { office: 2, institution: 2, people: 1.5, inhabitants: 1.5, later: 0.5 }

interface Setting {
  readonly locale: Locale
  readonly found: Scene['found']
}

/** What speaks for places that the text does not name: `Gorzowskie Centrum Pomocy Rodzinie`, `PCPR w Kościanie`. */
export function hintsOf(doc: Doc, resolved: readonly Resolved[], { locale, found }: Setting): Hint[] {
  const opening = endOfOpening(doc)
  const weigh = (points: number, start: number): { points: number; early: boolean } =>
    start < opening ? { points, early: true } : { points: points * POINTS.later, early: false }
  const offices = resolved.flatMap(({ sighting: { end }, cues, place }) => {
    const unit = cues.office && countyOf(place, epithetsOf(locale))
    if (!unit || !cues.office) return []
    const { start } = cues.office
    return [{ start, end, place: unit, body: true, ...weigh(POINTS.office, start), verdict: officeIn(place) }]
  })
  return [...offices, ...wordHints(doc, resolved, { locale, found, weigh })]
}

const officeIn = ({ name }: Place) => ({
  rule: 'municipality/office',
  confidence: 0.8,
  because: `an office of the powiat whose seat is ${name}`,
})

/** The powiat of which a town is the seat: the one it lies in, or the one beside a city that its adjective names. */
function countyOf(place: Place, epithets: EpithetIndex): Place | undefined {
  const parent = placeById(place.parent ?? '')
  return parent?.type === 'county' ? parent : epithets.unitOf(place)
}

interface Weighing extends Setting {
  readonly weigh: (points: number, start: number) => { points: number; early: boolean }
}

function wordHints(doc: Doc, resolved: readonly Resolved[], { locale, found, weigh }: Weighing): Hint[] {
  const epithets = epithetsOf(locale)
  const seen = resolved.map(({ sighting }) => sighting)
  const named = new Set(resolved.map(({ place }) => place))
  const { seats } = wordsOf(locale)
  return doc.tokens.flatMap((token) => {
    const kind = kindOf(doc, { token, epithets, found })
    if (!kind || isSilent(doc, token) || at(seen, token.start)) return []
    const { place, last } = kind
    // Words of a place that the text names are found with it, but for who signs; of the seat of the state any text speaks.
    if ((named.has(place) && !kind.issues) || seats.has(place.name)) return []
    const verdict = {
      rule: 'municipality/epithet',
      confidence: 0.75,
      because: `made of the name ${place.name}, ${kind.because}`,
    }
    const end = doc.tokens[last - 1]?.end ?? token.end
    const { body, issues } = kind
    return [{ start: token.start, end, place, body, issues, ...weigh(kind.points, token.start), verdict }]
  })
}

interface Word {
  readonly token: Token
  readonly epithets: EpithetIndex
  readonly found: Scene['found']
}

interface Kind {
  readonly place: Place
  readonly points: number
  readonly body: boolean
  readonly issues?: boolean | undefined
  readonly last: number
  readonly because: string
}

function kindOf(doc: Doc, { token, epithets, found }: Word): Kind | undefined {
  const spelt = (): string => latin(doc.text.slice(token.start, token.end))
  const next = token.index + 1
  const owned = found.bodies.ahead.get(next) ?? found.institutions.ahead.get(next)
  if (owned && isBeside(doc, token.end, owned.start)) {
    const county = owned.id === 'county'
    const place = county ? epithets.unit(spelt()) : epithets.adjective(spelt())
    if (place)
      return { place, points: POINTS.institution, body: true, last: owned.last, because: 'beside an institution' }
  }
  const officer = found.bodies.behind.get(token.index)
  const unit = officer?.id === 'county' && token.capital && isBeside(doc, officer.end, token.start)
  const governed = unit ? epithets.unit(spelt()) : undefined
  // "STAROSTA WĄBRZESKI informuje": the adjective of the powiat behind its officer.
  if (governed)
    return {
      place: governed,
      points: POINTS.institution,
      body: true,
      issues: true,
      last: next,
      because: 'behind its officer',
    }
  const people = found.people.ahead.get(next)
  const town = people && isBeside(doc, token.end, people.start) && epithets.adjective(spelt())
  if (people && town)
    return { place: town, points: POINTS.people, body: false, last: people.last, because: 'beside its people' }
  if (token.form.length < LONG || (epithets.capital && !token.capital)) return undefined
  const home = epithets.inhabitant(spelt())
  if (!home || isSurname(doc, token)) return undefined
  return { place: home, points: POINTS.inhabitants, body: false, last: next, because: 'as its inhabitants are called' }
}

const LONG = 6

const isBeside = (doc: Doc, end: number, start: number): boolean => /^\s{1,3}$/u.test(doc.text.slice(end, start))

/** "Marko Leskovčanin": behind another capital in its sentence it is a person's name. */
function isSurname(doc: Doc, token: Token): boolean {
  const before = doc.tokens[token.index - 1]
  return (
    before?.capital === true &&
    blockAt(doc, before.start) === blockAt(doc, token.start) &&
    isBeside(doc, before.end, token.start)
  )
}
