import * as z from 'zod'
import { Lexicon, perLocale } from '../locales/index.ts'
import { blockAt, type Doc, fold, inside, type Span, sentenceAt } from '../text/index.ts'
import { type Refiner, servicesOf } from './refiner.ts'

const Scope = z.object({
  statistics: z.array(z.string()),
  purposes: z.array(z.string()).transform((words) => words.map(fold)),
})

/** A group that is only counted is not yet served: "Popisom je zabeleženo 19 odsto starijih", in a sentence without a service. */
export const statistics: Refiner = (found, { doc, locale }) => {
  const { cues, purposes } = wordsOf(locale)
  const counts = cues.find(doc)
  const services = servicesOf(found)
  const groups = found.filter((mention) => mention.dimension === 'targetGroups')
  const listed = new Map<number, number>()
  for (const group of groups)
    if (isCount(doc, purposes, group)) {
      const { start } = sentenceAt(doc, group.start)
      listed.set(start, (listed.get(start) ?? 0) + 1)
    }
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups') return true
    const sentence = sentenceAt(doc, group.start)
    const before = doc.text.slice(Math.max(sentence.start, group.start - SHARE), group.start)
    const isListed = (listed.get(sentence.start) ?? 0) >= SEVERAL
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

/** Does its number stand behind a group in prose? Behind a word of purpose it is money or places: "za stare 500, za mlade 300". */
function isCount(doc: Doc, purposes: readonly string[], { start, end }: Span): boolean {
  if (blockAt(doc, start)?.kind === 'row') return false
  const sentence = sentenceAt(doc, start)
  const before = fold(doc.text.slice(Math.max(sentence.start, start - SHARE), start)).trimEnd()
  if (purposes.some((word) => before === word || before.endsWith(` ${word}`))) return false
  return NUMBER.test(doc.text.slice(end, Math.min(sentence.end, end + REACH)))
}

const wordsOf = perLocale((locale) => {
  const { statistics: cues, purposes } = Scope.parse(locale.lists['scope'])
  return { cues: new Lexicon([['statistics', cues]], locale.book), purposes }
})
