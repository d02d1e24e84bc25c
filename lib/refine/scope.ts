import * as z from 'zod'
import type { Found } from '../extract/extractor.ts'
import { Lexicon, type Locale, perLocale } from '../locales/index.ts'
import {
  blockAt,
  clauseAt,
  contains,
  type Doc,
  firstInside,
  fold,
  inOrder,
  inside,
  overlapping,
  type Span,
  sentenceAt,
} from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

const Scope = z.object({
  refusal: z.array(z.string()),
  lacking: z.array(z.string()).default([]),
  'refusing-heading': z.array(z.string()),
  elsewhere: z.array(z.string()),
  turns: z.array(z.string()),
  excluding: z.array(z.string()).default([]),
  negation: z
    .array(z.string())
    .default([])
    .transform((words): ReadonlySet<string> => new Set(words.map(fold))),
})

interface Cues {
  readonly refusal: Lexicon
  readonly lacking: Lexicon
  readonly heading: Lexicon
  readonly elsewhere: Lexicon
  readonly turns: ReadonlySet<string>
  /** Behind these stands who or what is left out, people too. */
  readonly excluding: Lexicon
  readonly negation: ReadonlySet<string>
}

/**
 * What the text refuses is not offered: a service in a clause with a refusal ("sigurna kuća ne postoji", "DPS-u miasto
 * budować nie zamierza"), anything under a heading that says what is not done.
 * What people lack refuses nothing: "ko nema gde da prenoći".
 */
export const refusal: Refiner = (found, { doc, locale }) => {
  const cues = cuesOf(locale)
  const lacks = overlapping(cues.lacking.find(doc))
  const refusals = cues.refusal.find(doc).filter((hit) => !lacks(hit).some((lack) => contains(lack, hit)))
  const exclusions = cues.excluding.find(doc)
  const headings = new Set(cues.heading.find(doc).map((hit) => blockAt(doc, hit.start)?.index))
  const refused = (mention: Found): boolean => {
    if (blockAt(doc, mention.start)?.parents.some((parent) => headings.has(parent) && isHead(doc, parent))) return true
    const clause = clauseAt(doc, mention, cues.turns)
    if (inside(exclusions, clause).some((hit) => hit.end <= mention.start && !isAside(doc, hit, mention))) return true
    if (mention.dimension !== 'services') return false
    if (TOLD.has(mention.rule) && isNegated(doc, locale, mention)) return true
    return inside(refusals, clause).some((hit) => !contains(mention, hit) && !isAside(doc, hit, mention))
  }
  return found.filter((mention) => !isConcept(mention) || !refused(mention))
}

/** Does a refusal stand in brackets and the mention outside: "miejsce w hostelu (gmina własnego nie posiada)"? */
function isAside(doc: Doc, cue: Span, mention: Span): boolean {
  if (cue.start >= mention.end) return doc.text.slice(mention.end, cue.start).search(/\([^)]*$/u) >= 0
  return doc.text.slice(cue.end, mention.start).search(/^[^(]*\)/u) >= 0
}

/** Rules whose words may be a verb with its object. */
const TOLD: ReadonlySet<string> = new Set(['service/around', 'service/group'])

/** Does "nie" stand right before what is told, or before its verb: "nie mogą znaleźć pracy"? */
function isNegated(doc: Doc, locale: Locale, mention: Span): boolean {
  const { negation } = cuesOf(locale)
  const first = firstInside(doc.tokens, mention)?.index ?? 0
  const [earlier, before] = doc.tokens.slice(Math.max(0, first - 2), first)
  if (!earlier || !before) return false
  return negation.has(before.form) || (negation.has(earlier.form) && locale.isVerb(before.form))
}

const isHead = (doc: Doc, index: number): boolean => doc.blocks[index]?.kind !== 'title'

/** What other municipalities do is not offered here: "Slične mere uveli su i susedni Boljevac i Knjaževac." */
export const elsewhere: Refiner = (found, { doc, locale }) => {
  const cues = cuesOf(locale).elsewhere.find(doc)
  const places = found
    .filter(
      (mention) =>
        mention.dimension === 'municipalities' && 'role' in mention.value && mention.value.role === 'mentioned',
    )
    .sort(inOrder)
  const heading = new Set(places.filter((place) => doc.text[place.end] === ':').map((place) => place.start))
  const isElsewhere = (mention: Found): boolean => {
    const sentence = sentenceAt(doc, mention.start)
    return (
      heading.has(blockStart(doc, mention)) ||
      (inside(cues, sentence).length > 0 && inside(places, sentence).length > 0)
    )
  }
  return found.filter((mention) => !isConcept(mention) || !isElsewhere(mention))
}

function blockStart(doc: Doc, mention: Span): number {
  const block = blockAt(doc, mention.start)
  return block ? (firstInside(doc.tokens, block)?.start ?? block.start) : 0
}

const cuesOf = perLocale((locale): Cues => {
  const scope = Scope.parse(locale.lists['scope'])
  const lexicon = (id: string, phrases: readonly string[]) => new Lexicon([[id, phrases]], locale.book)
  return {
    refusal: lexicon('refusal', scope.refusal),
    lacking: lexicon('lacking', scope.lacking),
    heading: lexicon('heading', scope['refusing-heading']),
    elsewhere: lexicon('elsewhere', scope.elsewhere),
    turns: new Set(scope.turns.map(fold)),
    excluding: lexicon('excluding', scope.excluding),
    negation: scope.negation,
  }
})
