import * as z from 'zod'
import { Lexicon, perLocale } from '../locales/index.ts'
import { inOrder, inside, sentenceAt } from '../text/index.ts'
import { isBound, type Refiner } from './refiner.ts'

const Scope = z.object({ statistics: z.array(z.string()) })

/** A group that is only counted is not yet served: "Popisom je zabeleženo 19 odsto starijih", in a sentence without a service. */
export const statistics: Refiner = (found, { doc, locale }) => {
  const cues = lexiconOf(locale).find(doc)
  const services = found.filter((mention) => mention.dimension === 'services' && !isBound(mention)).sort(inOrder)
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups') return true
    const sentence = sentenceAt(doc, group.start)
    const before = doc.text.slice(Math.max(sentence.start, group.start - SHARE), group.start)
    const isCounted = inside(cues, sentence).length > 0 || /\d\s?%\s*$/u.test(before)
    return !isCounted || inside(services, sentence).length > 0
  })
}

/** Characters before a group in which its share may stand. */
const SHARE = 40

const lexiconOf = perLocale(
  (locale) => new Lexicon([['statistics', Scope.parse(locale.lists['scope']).statistics]], locale.book),
)
