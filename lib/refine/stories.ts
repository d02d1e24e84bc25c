import * as z from 'zod'
import { providingIn } from '../extract/lexical.ts'
import { Lexicon, perLocale } from '../locales/index.ts'
import { type Doc, firstInside, fold, inside, type Span, sentenceAt } from '../text/index.ts'
import { type Refiner, servicesOf } from './refiner.ts'

const Scope = z.object({
  stories: z.array(z.string()).default([]),
  purposes: z.array(z.string()),
})

/**
 * Those whom a sentence of a crime, a book, a match or somebody's life tells of are not served: "Film o mladim
 * delinkventima", "Maloletnik je priveden". Beside a service, a word of providing or right behind a purpose they are.
 */
export const stories: Refiner = (found, { doc, locale }) => {
  const words = wordsOf(locale)
  const told = words.cues.find(doc)
  if (told.length === 0) return found
  const gives = providingIn(doc, locale)
  const services = servicesOf(found)
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups' || isPurpose(doc, words, group)) return true
    const sentence = sentenceAt(doc, group.start)
    if (inside(told, sentence).length === 0) return true
    return inside(services, sentence).length > 0 || inside(gives, sentence).length > 0
  })
}

/** Does a word of purpose stand right before the group: "predstava za decu"? */
function isPurpose(doc: Doc, { purposes }: Words, { start }: Span): boolean {
  const first = firstInside(doc.tokens, { start, end: doc.text.length })?.index ?? 0
  return purposes.has(doc.tokens[first - 1]?.form ?? '')
}

interface Words {
  readonly cues: Lexicon
  readonly purposes: ReadonlySet<string>
}

const wordsOf = perLocale((locale): Words => {
  const { stories: cues, purposes } = Scope.parse(locale.lists['scope'])
  return {
    cues: new Lexicon([['stories', cues]], locale.book),
    purposes: new Set(purposes.map(fold)),
  }
})
