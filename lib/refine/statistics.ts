import { scopeOf } from '../extract/scope.ts'
import { bookOf, Lexicon, perLocale } from '../locales/index.ts'
import { blockAt, type Doc, inside, type Span, sentenceAt } from '../text/index.ts'
import { followsPurpose } from '../ties/view.ts'
import { type Refiner, servicesOf } from './refiner.ts'

/** A group that is only counted is not yet served: "Popisom je zabeleženo 19 odsto starijih", in a sentence without a service. */
export const statistics: Refiner = (found, { doc, locale }) => {
  const counts = lexiconOf(locale).find(doc)
  const services = servicesOf(found)
  // Behind a word of purpose a number is money or places: "za stare 500, za mlade 300".
  const listed = found.filter(
    (group) =>
      group.dimension === 'targetGroups' && isCount(doc, group) && !followsPurpose(doc, scopeOf(locale), group.start),
  )
  const bySentence = Map.groupBy(listed, (group) => sentenceAt(doc, group.start).start)
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups') return true
    const sentence = sentenceAt(doc, group.start)
    const before = doc.text.slice(Math.max(sentence.start, group.start - SHARE), group.start)
    const isListed = (bySentence.get(sentence.start)?.length ?? 0) >= SEVERAL
    const isCounted = isListed || inside(counts, sentence).length > 0 || /\d\s?%\s*$/u.test(before)
    return !isCounted || inside(services, sentence).length > 0
  })
}

/** Characters before a group in which its share may stand. */
const SHARE = 40
/** So many groups with their numbers make a sentence a list of counts. */
const SEVERAL = 2
/** Behind a group up to two words, then its number, then the next group: "raseljenih sa Kosova 388, Roma 211". */
const NUMBER = /^(?:\s+\p{L}+){0,2}\s+\d{1,3}(?:[.\s]?\d{3})?\s*(?:[,;]|\.?\s*$)/u
/** Characters behind a group in which its number stands. */
const REACH = 40

/** Does its number stand behind a group in prose? */
const isCount = (doc: Doc, { start, end }: Span): boolean =>
  blockAt(doc, start)?.kind !== 'row' &&
  NUMBER.test(doc.text.slice(end, Math.min(sentenceAt(doc, start).end, end + REACH)))

const lexiconOf = perLocale((locale) => new Lexicon([['statistics', scopeOf(locale).statistics]], bookOf(locale)))
