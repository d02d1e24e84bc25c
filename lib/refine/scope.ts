import * as z from 'zod'
import type { Found } from '../extract/extractor.ts'
import { type Hit, Lexicon, perLocale } from '../locales/index.ts'
import { blockAt, clauseAt, contains, type Doc, fold, inside, type Span, sentenceAt } from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

const Scope = z.object({
  refusal: z.array(z.string()),
  'refusing-heading': z.array(z.string()),
  elsewhere: z.array(z.string()),
  turns: z.array(z.string()),
})

interface Cues {
  readonly refusal: Lexicon
  readonly heading: Lexicon
  readonly elsewhere: Lexicon
  readonly turns: ReadonlySet<string>
}

/**
 * What the text refuses is not offered: a service in a clause with a refusal ("sigurna kuća ne postoji", "DPS-u miasto
 * budować nie zamierza"), anything under a heading that says what is not done.
 */
export const refusal: Refiner = (found, { doc, locale }) => {
  const cues = cuesOf(locale)
  const refusals = cues.refusal.find(doc)
  const headings = new Set(cues.heading.find(doc).map((hit) => blockAt(doc, hit.start)?.index))
  const refused = (mention: Found): boolean => {
    if (blockAt(doc, mention.start)?.parents.some((parent) => headings.has(parent) && isHead(doc, parent))) return true
    const clause = clauseAt(doc, mention, cues.turns)
    return mention.dimension === 'services' && refusals.some((hit) => contains(clause, hit) && !contains(mention, hit))
  }
  return found.filter((mention) => !isConcept(mention) || !refused(mention))
}

const isHead = (doc: Doc, index: number): boolean => doc.blocks[index]?.kind !== 'title'

/** What other municipalities do is not offered here: "Slične mere uveli su i susedni Boljevac i Knjaževac." */
export const elsewhere: Refiner = (found, { doc, locale }) => {
  const cues = cuesOf(locale).elsewhere.find(doc)
  const places = found.filter(
    (mention) =>
      mention.dimension === 'municipalities' && 'role' in mention.value && mention.value.role === 'mentioned',
  )
  const isElsewhere = (mention: Found): boolean => {
    const sentence = sentenceAt(doc, mention.start)
    const opening = blockStart(doc, mention)
    return (
      places.some((place) => place.start === opening && doc.text[place.end] === ':') ||
      (cues.some((cue: Hit) => contains(sentence, cue)) && places.some((place) => contains(sentence, place)))
    )
  }
  return found.filter((mention) => !isConcept(mention) || !isElsewhere(mention))
}

function blockStart(doc: Doc, mention: Span): number {
  const block = blockAt(doc, mention.start)
  return block ? (inside(doc.tokens, block)[0]?.start ?? block.start) : 0
}

const cuesOf = perLocale((locale): Cues => {
  const scope = Scope.parse(locale.lists['scope'])
  const lexicon = (id: string, phrases: readonly string[]) => new Lexicon([[id, phrases]], locale.inflect)
  return {
    refusal: lexicon('refusal', scope.refusal),
    heading: lexicon('heading', scope['refusing-heading']),
    elsewhere: lexicon('elsewhere', scope.elsewhere),
    turns: new Set(scope.turns.map(fold)),
  }
})
