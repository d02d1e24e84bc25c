import * as z from 'zod'
import { Lexicon, perLocale } from '../locales/index.ts'
import { contains, sentenceAt } from '../text/index.ts'
import { isBound, type Refiner } from './refiner.ts'

const Scope = z.object({ statistics: z.array(z.string()) })

/** A group that is only counted is not yet served: "Popisom je zabeleženo 19 odsto starijih", in a sentence without a service. */
export const statistics: Refiner = (found, { doc, locale }) => {
  const cues = lexiconOf(locale).find(doc)
  const services = found.filter((mention) => mention.dimension === 'services' && !isBound(mention))
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups') return true
    const sentence = sentenceAt(doc, group.start)
    const counted =
      cues.some((cue) => contains(sentence, cue)) || /\d\s?%\s*$/u.test(doc.text.slice(sentence.start, group.start))
    return !counted || services.some((service) => contains(sentence, service))
  })
}

const lexiconOf = perLocale(
  (locale) => new Lexicon([['statistics', Scope.parse(locale.lists['scope']).statistics]], locale.inflect),
)
