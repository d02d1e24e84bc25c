import type { Confidence } from '../claims/confidence.ts'
import type { Calibrated, Mention } from '../contract/index.ts'
import { localeOf } from '../locales/index.ts'
import { quoteOf } from '../profile/quote.ts'
import { docOf } from '../text/index.ts'
import type { Parents } from './claims.ts'
import { judged } from './judge.ts'
import { matchSets } from './match.ts'
import type { Pair } from './score.ts'

/** An error with the sentence that it was made in. */
export interface Bad {
  readonly document: string
  readonly dimension: Calibrated
  readonly name: string
  /** How sure the engine was of a wrong claim; null for what it missed. */
  readonly confidence: number | null
  readonly words: string
  readonly sentence: string
}

/** Dimensions whose gold quotes the words of each concept. */
const QUOTED = ['targetGroups', 'services'] as const

/**
 * The worst errors: half of them wrong claims, the surest first, half missed concepts whose words gold quotes, the ones
 * with most words first; where one kind has fewer the other fills up.
 */
export function worst(pairs: readonly Pair[], parents: Parents, { confidence, most }: Options): Bad[] {
  const wrong = pairs.flatMap((pair) => wrongIn(pair, parents, confidence))
  const missed = pairs.flatMap((pair) => missedIn(pair, parents))
  wrong.sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0))
  missed.sort((a, b) => b.quotes - a.quotes)
  const half = Math.ceil(most / 2)
  const wrongs = wrong.slice(0, Math.max(half, most - missed.length))
  return [...wrongs, ...missed.slice(0, most - wrongs.length).map(({ quotes: _, ...bad }) => bad)]
}

interface Options {
  readonly confidence: Confidence
  readonly most: number
}

const wrongIn = (pair: Pair, parents: Parents, confidence: Confidence): Bad[] =>
  judged(pair, parents).flatMap(({ right, document, dimension, name, mentions }) => {
    const [surest] = [...mentions].sort((a, b) => confidence(b) - confidence(a))
    if (right || !surest) return []
    return [{ document, dimension, name, confidence: confidence(surest), ...around(pair, surest) }]
  })

function missedIn(pair: Pair, parents: Parents): (Bad & { quotes: number })[] {
  const { gold, record } = pair
  return QUOTED.flatMap((dimension) =>
    matchSets(gold, record, { dimension, parents }).missed.flatMap((name) => {
      const quotes = gold.evidence[dimension]?.[name] ?? []
      const [words] = quotes
      const start = words === undefined ? -1 : (record.text ?? '').indexOf(words)
      if (words === undefined || start < 0) return []
      const place = around(pair, { start, end: start + words.length, text: words })
      return [{ document: gold.document, dimension, name, confidence: null, quotes: quotes.length, ...place }]
    }),
  )
}

function around(
  { gold, record }: Pair,
  span: Pick<Mention, 'start' | 'end' | 'text'>,
): Pick<Bad, 'words' | 'sentence'> {
  const text = record.text ?? ''
  const locale = localeOf(gold.language)
  const sentences = locale ? docOf({ text, pages: [], marks: [] }, locale).sentences : []
  const mention = { ...span, rule: '', confidence: 0, because: '' }
  const plain = (words: string) => words.replace(/\s+/gu, ' ')
  return {
    words: plain(span.text),
    sentence: plain(quoteOf({ document: gold.document, text, sentences }, mention).sentence),
  }
}
