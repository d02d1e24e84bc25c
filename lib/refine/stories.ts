import { providingIn } from '../extract/lexical.ts'
import { scopeOf } from '../extract/scope.ts'
import { bookOf, Lexicon, perLocale } from '../locales/index.ts'
import { inside, sentenceAt } from '../text/index.ts'
import { followsPurpose } from '../ties/view.ts'
import { type Refiner, servicesOf } from './refiner.ts'

/**
 * Those whom a sentence of a crime, a book, a match or somebody's life tells of are not served: "Film o mladim
 * delinkventima", "Maloletnik je priveden". Beside a service, a word of providing or right behind a purpose they are.
 */
export const stories: Refiner = (found, { doc, locale }) => {
  const told = lexiconOf(locale).find(doc)
  if (told.length === 0) return found
  const gives = providingIn(doc, locale)
  const services = servicesOf(found)
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups' || followsPurpose(doc, scopeOf(locale), group.start)) return true
    const sentence = sentenceAt(doc, group.start)
    if (inside(told, sentence).length === 0) return true
    return inside(services, sentence).length > 0 || inside(gives, sentence).length > 0
  })
}

const lexiconOf = perLocale((locale) => new Lexicon([['stories', scopeOf(locale).stories]], bookOf(locale)))
