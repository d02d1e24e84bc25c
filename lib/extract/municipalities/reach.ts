import type { Hit } from '../../locales/index.ts'
import { bisect, firstInside, sentenceAt } from '../../text/index.ts'
import { type Found, type Scene, touching } from './scene.ts'
import { isAddress } from './shape.ts'
import type { Sighting } from './sighting.ts'

/** Tokens between a word such as "susedne" and the name that it speaks of. */
const NEAR = 8
/** And so many of the list that a label opens. */
const LINE = 60
/** Tokens between "Strategija" and the name in its title. */
const PLAN_REACH = 16
/** Tokens between an institution and the preposition of its place, and between its name and its address. */
const FACILITY_REACH = 6
const ADDRESS_REACH = 14
/** Tokens between what is done, or the people, and where. */
const SCENE_REACH = 14
/** Tokens between an institution's head word and its seat: "Instytut Badań Społecznych w Warszawie". */
const SEAT_REACH = 4

/** The plan in whose title the name stands: "Strategija razvoja socijalne zaštite opštine". */
export function planBefore(scene: Scene): Hit | undefined {
  const plan = nearBefore(scene, scene.found.plans, PLAN_REACH)
  const away = elsewhereBefore(scene) ?? seatBefore(scene)
  return plan && (!away || away.first < plan.first) ? plan : undefined
}

/** What makes the name a neighbour, a partner or a way there: "u susednom Plandištu", "podobnie jak w Elblągu". */
export function elsewhereBefore(scene: Scene): Hit | undefined {
  const hit = nearBefore(scene, scene.found.elsewhere, NEAR)
  return hit && reaches(scene, hit) ? hit : nearBefore(scene, { ...scene.found.elsewhere, hits: labelsOf(scene) }, LINE)
}

/** "Partneri: opština Ub, Dom zdravlja, Filijala Valjevo": what opens a line as its label speaks of all that it lists. */
const labelsOf = ({ doc, found, sighting }: Scene): readonly Hit[] => {
  const line = { start: doc.text.lastIndexOf('\n', sighting.start) + 1, end: sighting.start }
  const label = firstInside(found.elsewhere.hits, line)
  const opens = label && !/\p{L}/u.test(doc.text.slice(line.start, label.start)) && doc.text[label.end] === ':'
  return opens ? [label] : []
}

/** What makes the name only the seat of a body of a district, a powiat or the state: "PCPR w Prudniku". */
export function seatBefore(scene: Scene): Hit | undefined {
  return nearBefore(scene, scene.found.regional, SEAT_REACH) ?? countyOffice(scene)
}

/** "Rada Powiatu w Sejnach": the bodies of a powiat stand in a town but are not the town's. */
export function countyOffice(scene: Scene): Hit | undefined {
  const { bodies } = scene.found
  const body = touching(scene, bodies, 0) ?? touching(scene, bodies, 1)
  return scene.words.types.get(body?.id ?? '')?.includes('county') ? body : undefined
}

/**
 * Does the ground, the people or an institution of the place stand before it: "z terenu Dąbrowy Górniczej", "Klub Senior+
 * w Koluszkach", below a house's name in its address? Not where people from elsewhere meet.
 */
export function isGround(scene: Scene): boolean {
  const { doc, words, found, sighting } = scene
  if (touching(scene, found.grounds, 0)) return true
  const there = words.where.has(doc.tokens[sighting.first - 1]?.form ?? '')
  const facility = there
    ? nearBefore(scene, found.facilities, FACILITY_REACH)
    : isAddress(scene) &&
      lastBefore(found.facilities.hits, sighting, ({ last }) => sighting.first - last <= ADDRESS_REACH)
  return Boolean(facility) && !hostsEvent(scene)
}

/**
 * "Program podrške deci u Mladenovcu", "Coraz mniej rodzin prosi w Trzebnicy o zasiłek": is it where people live, or
 * where something is done for them?
 */
export function isScene(scene: Scene): boolean {
  const { doc, words, found, sighting } = scene
  const first = touching(scene, found.heads, 0)?.first ?? sighting.first
  if (!words.where.has(doc.tokens[first - 1]?.form ?? '') || elsewhereBefore(scene) || seatBefore(scene)) return false
  const doing = [found.facilities, found.people, found.undertakings].some((hits) =>
    nearBefore(scene, hits, SCENE_REACH),
  )
  return doing && !hostsEvent(scene)
}

/** Does its sentence tell of a meeting or a game, to which people from elsewhere come? */
const hostsEvent = ({ doc, found, sighting }: Scene): boolean =>
  firstInside(found.events.hits, sentenceAt(doc, sighting.start)) !== undefined

/**
 * A comma ends what a cue speaks of ("osim sopstvenog novca, Kikinda je dobila"), but neither one behind its head word
 * ("susedne opštine, Čoka i Ada") nor one in a list that it opens ("Partneri: Dom zdravlja, Opština Žabalj").
 */
function reaches({ doc, sighting, found }: Scene, hit: Hit): boolean {
  const head = found.heads.ahead.get(hit.last)
  const from = head && /^[\s,]*$/u.test(doc.text.slice(head.end, sighting.start)) ? sighting.start : hit.end
  const between = doc.text.slice(from, sighting.start)
  return !between.includes(',') || /^\p{L}*:/u.test(between)
}

/** The nearest hit before the name in its sentence, at most so many tokens away. */
function nearBefore({ doc, sighting }: Scene, { hits }: Found, reach: number): Hit | undefined {
  const { start } = sentenceAt(doc, sighting.start)
  return lastBefore(hits, sighting, (hit) => hit.start >= start && sighting.first - hit.last <= reach)
}

/** Of the few hits right before a position the last that fits; bisection keeps a text of many names quick. */
function lastBefore(hits: readonly Hit[], { first }: Sighting, fits: (hit: Hit) => boolean): Hit | undefined {
  const end = bisect(hits, (hit) => hit.first < first)
  return hits.slice(Math.max(0, end - 4), end).findLast((hit) => hit.last <= first && fits(hit))
}
