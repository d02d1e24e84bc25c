import type { Found } from '../extract/extractor.ts'
import { scopeOf } from '../extract/scope.ts'
import { bookOf, Lexicon, perLocale } from '../locales/index.ts'
import { blockAt, type Doc, firstInside, inOrder, type Span, sentenceAt } from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

/** What other municipalities do is not offered here: "Slične mere uveli su i susedni Boljevac i Knjaževac." */
export const elsewhere: Refiner = (found, { doc, locale }) => {
  const cues = lexiconOf(locale).find(doc)
  const places = found
    .filter((mention) => mention.dimension === 'municipalities' && mention.value.role === 'mentioned')
    .sort(inOrder)
  const labels = new Set(places.filter((place) => doc.text[place.end] === ':').map((place) => place.start))
  const isElsewhere = (mention: Found): boolean => {
    const sentence = sentenceAt(doc, mention.start)
    const isCued = firstInside(cues, sentence) !== undefined && firstInside(places, sentence) !== undefined
    return isCued || labels.has(firstWordAt(doc, mention))
  }
  return found.filter((mention) => !isConcept(mention) || !isElsewhere(mention))
}

/** Where the first word of a mention's block begins: of the place that labels it, "Boljevac: dnevni boravak". */
function firstWordAt(doc: Doc, mention: Span): number {
  const block = blockAt(doc, mention.start)
  return block ? (firstInside(doc.tokens, block)?.start ?? block.start) : 0
}

const lexiconOf = perLocale((locale) => new Lexicon([['elsewhere', scopeOf(locale).elsewhere]], bookOf(locale)))
