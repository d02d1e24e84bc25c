import type { Extractor, Found } from '../extractor.ts'
import { resolve } from './anchor.ts'
import { atomsIn } from './atoms.ts'
import { combine } from './combine.ts'
import { cueJustBefore, isOthers, listedIn, publicationOf } from './dateline.ts'
import { bounds, edtf, isForward } from './edtf.ts'
import { headsOf } from './heads.ts'
import { type Judged, rangeOf, settle } from './main.ts'
import { masksIn } from './mask.ts'
import { paired } from './paired.ts'
import { isPost, isSeen } from './posted.ts'
import { roleOf } from './role.ts'
import { type Place, placesOf, type Scene, sceneOf } from './scene.ts'
import { governing, inHead } from './verdict.ts'
import type { Cue } from './words.ts'

/** Periods and dates with what they are for: `strategy:2019/2022`, `event:2024-03-11/2024-03-13`, `publication:2020-11-06`. */
export const periods: Extractor<'periods'> = {
  dimension: 'periods',
  extract(doc, locale) {
    const scene = sceneOf(doc, locale)
    const { text } = doc.folded
    const atoms = atomsIn(text, scene.words, masksIn(text, scene.words))
    const places = placesOf(scene, combine(text, atoms, { words: scene.words, heads: headsOf(scene) }))
    const publication = publicationOf(scene, places)
    const listed = listedIn(doc, places)
    const speaking = places.filter((place) => place.block?.kind !== 'boilerplate' && !listed.has(place))
    const judged = resolve(speaking, publication).map(
      (place): Judged => ({ ...place, verdict: isOfPage(scene, place, publication) ? OF_PAGE : roleOf(place) }),
    )
    const others = judged.filter((place) => place.span.start !== publication?.span.start)
    const found = settle(paired(others, scene), publication).flatMap(mentionOf)
    const own = publication ? mentionOf({ ...publication, verdict: PUBLISHED }) : []
    return [...own, ...found].sort((a, b) => a.start - b.start)
  },
}

/**
 * Is it a second date of publishing, the date of a change, of another article or of a visit: of the page, and not the
 * text's own?
 */
const isOfPage = ({ doc, words }: Scene, place: Place, publication: Place | undefined): boolean =>
  cueJustBefore(doc, place) !== undefined ||
  isOthers(doc, place) ||
  isRepeated(place, publication) ||
  isPost(doc, place, publication) ||
  isSeen(doc, place, { publication, words })

const OF_PAGE = {
  role: 'reference',
  confidence: 0.6,
  because: 'a date of the page, not the one it was published',
} as const
const PUBLISHED = { role: 'publication', confidence: 0.9, because: 'the document’s own date line' } as const

/** Does the day of publication stand there once more with nothing that happens on it: in a byline, above the headline? */
const isRepeated = (place: Place, publication: Place | undefined): boolean =>
  publication !== undefined &&
  (place.alone || closesHead(place)) &&
  edtf(place.expression) === edtf(publication.expression) &&
  governing(place, HAPPENING) === undefined

/** "OGŁOSZENIE⏎Prezydenta Miasta Chełm z dnia 24 listopada 2025 r.": does it end a line of the head? */
const closesHead = (place: Place): boolean => inHead(place) && (place.block?.end ?? 0) - place.span.end <= YEAR_WORD

/** Letters of " godine." behind a year. */
const YEAR_WORD = 9

const HAPPENING: readonly Cue[] = ['event', 'deadline', 'project', 'start', 'end']

function mentionOf(period: Judged): Found<'periods'>[] {
  const range = rangeOf(period)
  const text = edtf(range)
  if (text === null || !isForward(range)) return []
  const { role, confidence, because } = period.verdict
  const { rule } = period.expression
  return [
    { dimension: 'periods', ...period.span, value: { role, edtf: text, ...bounds(range) }, rule, confidence, because },
  ]
}
