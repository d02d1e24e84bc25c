import { blockAt } from '../../text/index.ts'
import type { Extractor, Found } from '../extractor.ts'
import { resolve } from './anchor.ts'
import { atomsIn } from './atoms.ts'
import { combine } from './combine.ts'
import { cueJustBefore, isOthers, listedIn, publicationOf } from './dateline.ts'
import { bounds, edtf, isForward } from './edtf.ts'
import { headsOf } from './heads.ts'
import { type Judged, rangeOf, settle } from './main.ts'
import { masksIn } from './mask.ts'
import { isPost, isSeen } from './posted.ts'
import { roleOf } from './role.ts'
import { type Place, placesOf, sceneOf } from './scene.ts'
import { spell } from './spell.ts'
import { governing, inHead } from './verdict.ts'
import type { Cue } from './words.ts'

const SILENT: ReadonlySet<string> = new Set(['boilerplate'])

/** Periods and dates with what they are for: `strategy:2019/2022`, `event:2024-03-11/2024-03-13`, `publication:2020-11-06`. */
export const periods: Extractor<'periods'> = {
  dimension: 'periods',
  extract(doc, locale) {
    const scene = sceneOf(doc, locale)
    const { text } = doc.folded
    const atoms = atomsIn(text, scene.words, masksIn(text, scene.words))
    const expressions = combine(text, atoms, { words: scene.words, heads: headsOf(scene) })
    const places = placesOf(scene, expressions)
    const publication = publicationOf(scene, places)
    const listed = listedIn(doc, places)
    const speaking = places.filter((place) => !SILENT.has(blockAt(doc, place.span.start)?.kind ?? ''))
    const judged = resolve(
      speaking.filter((place) => !listed.has(place)),
      publication,
    ).map((place): Judged => ({ ...place, verdict: verdictOf(place) }))
    const others = spell(
      judged.filter((place) => place.span.start !== publication?.span.start),
      scene,
    )
    const found = settle(others, publication).flatMap(mentionOf)
    const own = publication ? mentionOf({ ...publication, verdict: published }) : []
    return [...own, ...found].sort((a, b) => a.start - b.start)

    function verdictOf(place: Place) {
      return cueJustBefore(doc, place) ||
        isOthers(doc, place) ||
        isRepeated(place, publication) ||
        isPost(doc, place, publication) ||
        isSeen(doc, place, { publication, words: scene.words })
        ? UPDATED
        : roleOf(place)
    }
  },
}

/** A second date of publishing, or one of a change, is not the document's own. */
const UPDATED = {
  role: 'reference',
  confidence: 0.6,
  because: 'a date of the page, not the one it was published',
} as const
const published = { role: 'publication', confidence: 0.9, because: 'the document’s own date line' } as const

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
