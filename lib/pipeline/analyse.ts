import { type Confidence, measured } from '../claims/confidence.ts'
import { type Claims, claimsOf } from '../claims/index.ts'
import type { AnalysisRecord, Kind, Problem, Source } from '../contract/index.ts'
import type { Found } from '../extract/extractor.ts'
import { extractors } from '../extract/index.ts'
import { fittedKinds, type KindWeights, kindOf } from '../kind/index.ts'
import { detect } from '../language/index.ts'
import { type Locale, localeOf } from '../locales/index.ts'
import { refine } from '../refine/index.ts'
import { type Doc, docOf, quote, type Reading } from '../text/index.ts'
import { fitted, type Weights } from '../ties/index.ts'
import { idOfHash } from './derived.ts'
import { engine } from './engine.ts'

/** What the engine is given: a reading, where it came from, and what went wrong while reading it. */
export interface Read {
  readonly reading: Reading
  readonly source: Source
  readonly problems: readonly Problem[]
}

type Analysis = Claims & { kind: Kind; title: string | null }

/** What the engine has learned from gold: how sure a mention is, what speaks for a tie, and for a kind of text. */
export interface Learned {
  readonly confidence: Confidence
  readonly ties: Weights
  readonly kinds: KindWeights
}

/** As `npm run score` measured it. */
export const learned: Learned = { confidence: measured, ties: fitted, kinds: fittedKinds }

/**
 * The whole engine on one text: language, kind, and the claims of every dimension with their words. Pure; never throws for
 * a text.
 */
export function analyse({ reading, source, problems }: Read, lessons: Learned = learned): AnalysisRecord {
  const language = detect(reading.text)
  const locale = localeOf(language.code)
  const { kind, title, ...claims } = locale ? analyseIn(locale, reading, lessons) : silent(reading)
  return {
    schemaVersion: 1,
    id: idOfHash(source.sha256),
    source: { ...source, ...(reading.pages.length && { pages: reading.pages.length }) },
    status: 'analysed',
    problems: [...problems, ...(locale ? [] : [notYet(language.code)])],
    title,
    kind,
    language,
    text: reading.text,
    pages: [...reading.pages],
    ...claims,
    engine,
  }
}

/** The text with its views, and the mentions in it that stand; without `ties` only those that stand by themselves. */
export function mentionsIn(locale: Locale, reading: Reading, ties?: Weights): { doc: Doc; found: readonly Found[] } {
  const doc = docOf(reading, locale)
  const raw = extractors.flatMap((extractor) => extractor.extract(doc, locale))
  return { doc, found: refine(raw, { doc, locale, ties }) }
}

/** What a text in a language says. */
export function analyseIn(locale: Locale, reading: Reading, { confidence, ties, kinds }: Learned): Analysis {
  const { doc, found: standing } = mentionsIn(locale, reading, ties)
  const found = standing.map((mention) => ({ ...mention, confidence: confidence(mention) }))
  const heading = doc.blocks.find((block) => block.kind === 'title')
  const title = reading.title ?? (heading ? quote(doc, heading).replace(/\s+/gu, ' ') : null)
  return { title, kind: kindOf(doc, locale, found, kinds), ...claimsOf(doc, locale, found, ties) }
}

/** A text in a language that is not analysed yet claims nothing. */
const silent = (reading: Reading): Analysis => ({
  title: reading.title ?? null,
  kind: 'other',
  municipalities: [],
  targetGroups: [],
  services: [],
  periods: [],
  funders: [],
})

const notYet = (code: string): Problem => ({
  code: 'LANGUAGE_NOT_ANALYSED',
  message:
    code === 'und'
      ? 'The language of this document cannot be told; it makes no claims.'
      : `The language of this document (${code}) is recognised but not analysed yet; it makes no claims.`,
})
