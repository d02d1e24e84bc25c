import * as z from 'zod'
import { Lexicon, perLocale } from '../locales/index.ts'
import { type Doc, fold, inOrder, inside, type Span, sentenceAt } from '../text/index.ts'
import { isBound, type Refiner } from './refiner.ts'

const Scope = z.object({
  chronicle: z.array(z.string()).default([]),
  providing: z.array(z.string()),
  purposes: z.array(z.string()),
})

/**
 * People in a sentence of the police blotter, the sports page or a life story are not served: "Policja zatrzymała bezdomnego",
 * unless it names a service, says that something is provided, or whom it is for.
 */
export const chronicle: Refiner = (found, { doc, locale }) => {
  const { told, provided, purposes } = wordsOf(locale)
  const cues = told.find(doc)
  if (cues.length === 0) return found
  const providing = provided.find(doc)
  const services = found.filter((mention) => mention.dimension === 'services' && !isBound(mention)).sort(inOrder)
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups') return true
    const sentence = sentenceAt(doc, group.start)
    const isTold = inside(cues, sentence).length > 0 && !isFor(doc, purposes, group)
    return !isTold || inside(services, sentence).length > 0 || inside(providing, sentence).length > 0
  })
}

/** Does a word of purpose stand right before the group: "mecz charytatywny dla bezdomnych"? */
function isFor(doc: Doc, purposes: ReadonlySet<string>, group: Span): boolean {
  const first = inside(doc.tokens, group)[0]
  const before = first && doc.tokens[first.index - 1]
  return before !== undefined && purposes.has(before.form)
}

const wordsOf = perLocale((locale) => {
  const { chronicle: cues, providing, purposes } = Scope.parse(locale.lists['scope'])
  return {
    told: new Lexicon([['chronicle', cues]], locale.book),
    provided: new Lexicon([['providing', providing]], locale.book),
    purposes: new Set(purposes.map(fold)),
  }
})
