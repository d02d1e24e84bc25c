import { distanceOf, type Place } from '../../gazetteer/index.ts'
import { blockAt, type Doc, fold } from '../../text/index.ts'
import { namesUnit } from './cues.ts'
import type { Words } from './lists.ts'
import { regionOf } from './region.ts'
import type { Sighting } from './sighting.ts'

/** Where the text itself says that a name lies: `Dobra (pow. łobeski)`, "gmina Dobra w powiecie limanowskim", "Biała k. Rzeszowa". */
export interface Told {
  readonly holds: (place: Place) => boolean
  /** In brackets or near another place: where none of the name's bearers lies there, a village is meant. */
  readonly strict: boolean
}

/** Kilometres within which a place is near another, and within which a town and the gmina around it lie. */
const NEAR = 45
const SPOT = 8

/** What stands between a name and its region: ` (pow. leski)`, `, powiat leski`, ` – powiat leski`, ` w powiecie leskim`. */
const BRACKET = /^\s?[([]\s?$/u
const BESIDE = /^(?:,|\s[–-])\s$/u
/** The same with the word for a municipality: `, gm. `, ` (gmina `. */
const SEATED = /^(?:,\s|\s[–-]\s|\s?(?<bracket>[([])\s?)(?<word>\p{L}+)(?<stop>\.?)\s$/u
const WORDED = /^,?\s[([]?(\p{L}+)\.?\s$/u

/** Where names lie by the words right behind them. */
export function toldOf(doc: Doc, sightings: readonly Sighting[], words: Words): Map<Sighting, Told> {
  const regions = new Map(words.regions.find(doc).map((hit) => [hit.first, hit]))
  const told = new Map<Sighting, Told>()
  sightings.forEach((sighting, i) => {
    if (namesUnit(sighting)) return
    const own = byNext(doc, [sighting, sightings[i + 1]], words) ?? byRegion(doc, { sighting, regions }, words)
    if (own) told.set(sighting, own)
  })
  return told
}

function byNext(doc: Doc, [one, next]: readonly [Sighting, Sighting | undefined], words: Words): Told | undefined {
  if (!next || next.start < one.end || blockAt(doc, one.start) !== blockAt(doc, next.start)) return undefined
  const gap = doc.text.slice(one.end, next.start)
  const word = wordIn(gap)
  if (isSeat(doc, one, { gap, words }))
    return { holds: ({ id }) => next.name.places.some((p) => p.id === id), strict: true }
  if (!namesUnit(next)) return words.near.has(word) ? nearest(one, next) : undefined
  const strict = BRACKET.test(gap)
  if (!strict && !BESIDE.test(gap) && !words.within.has(word)) return undefined
  const units = new Set(next.name.places.map(({ id }) => id))
  return { holds: (place) => units.has(place.parent ?? '') || units.has(regionOf(place)), strict }
}

/**
 * Does a word for a municipality, shortened or in brackets, stand right behind a name that has none: "Dom Seniora – Krzeszów,
 * gm. Kamienna Góra"? Spelled out in a list it names another: "Krosno, gmina Chorkówka".
 */
function isSeat({ tokens }: Doc, { first }: Sighting, { gap, words }: { gap: string; words: Words }): boolean {
  const { bracket, word = '', stop } = SEATED.exec(gap)?.groups ?? {}
  if (!words.lying.has(fold(word)) || !(bracket || stop)) return false
  return !words.lying.has(tokens[first - 1]?.form ?? '')
}

const wordIn = (gap: string): string => fold(WORDED.exec(gap)?.[1] ?? '')

/** Of the bearers of a name the one nearest to another place, with the gmina around it. */
function nearest({ name, others = [] }: Sighting, next: Sighting): Told {
  const away = (place: Place): number =>
    Math.min(...next.name.places.map((other) => distanceOf(place, other) ?? Number.POSITIVE_INFINITY))
  const closest = Math.min(NEAR, ...[...name.places, ...others].map(away))
  return { holds: (place) => away(place) <= Math.min(NEAR, closest + SPOT), strict: true }
}

interface Regional {
  readonly sighting: Sighting
  readonly regions: ReadonlyMap<number, { readonly id: string; readonly start: number }>
}

/** "Łagów (świętokrzyskie)", "Wilków na Lubelszczyźnie". */
function byRegion(doc: Doc, { sighting: { last, end }, regions }: Regional, { within }: Words): Told | undefined {
  const hit = regions.get(last) ?? regions.get(last + 1) ?? regions.get(last + 2)
  if (!hit) return undefined
  const gap = doc.text.slice(end, hit.start)
  if (!/^\s?\((?:\p{L}+\.?\s)?$/u.test(gap) && !within.has(wordIn(gap))) return undefined
  return { holds: (place) => regionOf(place) === hit.id, strict: false }
}
