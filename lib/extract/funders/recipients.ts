import { funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { inside, type Span, sentenceAt } from '../../text/index.ts'
import type { Money } from './money.ts'

/** So far before an organisation the sentence is read for whom money went to. */
const REACH = 400
/** And so far behind the word that says so stands its colon. */
const COLON = 60

/** Before a name that opens a clause: its beginning, or a comma or dash and a small word. */
const OPENS = /(?:^|[\n.:;]|[,–—]\s(?:\p{L}{1,3}\s)?)[„"“\s]*$/u
/** What stands between a name and the verb that follows: a case ending, its town, small words. */
const BETWEEN = /^(?:-\p{Ll}{1,3})?(?:\s\p{Lu}[\p{L}-]+){0,3}(?:\s\p{Ll}{1,5}){0,2}\s$/u
/** So far behind a name its verb stands. */
const VERB = 50

/** "Kancelarija za mlade dobija 1,2 miliona", "Caritas otrzyma 50 tys. zł": the subject of receiving gives nothing. */
export function receives({ doc, words }: Money, { start, end }: Span): boolean {
  const sentence = sentenceAt(doc, start)
  if (!OPENS.test(doc.text.slice(Math.max(sentence.start, start - VERB), start))) return false
  const behind = {
    tokens: inside(doc.tokens, { start: end, end: Math.min(sentence.end, end + VERB) }),
    blocks: doc.blocks,
  }
  return words.receiving.find(behind).some((verb) => BETWEEN.test(doc.text.slice(end, verb.start)))
}

/** So near the money of a town stands the verb that brings it there. */
const INFLOW = 60

/** "do kasy gminy trafi 186 tys. zł", "u gradsku kasu slilo se": money that comes in, and is not spent. */
export function flowsIn({ doc, words }: Money, { first, start, end }: Hit): boolean {
  const ahead = { tokens: doc.tokens.slice(Math.max(0, first - 1), first + 2), blocks: doc.blocks }
  if (!words.into.find(ahead).some((into) => into.start < start && into.end > start)) return false
  const sentence = sentenceAt(doc, start)
  const from = Math.max(sentence.start, start - INFLOW)
  const near = inside(doc.tokens, { start: from, end: Math.min(sentence.end, end + INFLOW) })
  return words.inflow.find({ tokens: near, blocks: doc.blocks }).length > 0
}

/** "przekazano: Caritas Diecezji – 95.000 zł, …", "sredstva su dobili: …": organisations that are given to. */
export function isGivenTo({ doc, words }: Money, { id, start }: Hit): boolean {
  if (funder(id)?.kind !== 'NGO') return false
  const from = Math.max(sentenceAt(doc, start).start, start - REACH)
  if (!doc.text.slice(from, start).includes(':')) return false
  const before = { tokens: inside(doc.tokens, { start: from, end: start }), blocks: doc.blocks }
  return words.givenTo
    .find(before)
    .some(({ end }) => /^[^:;.]*:\s/u.test(doc.text.slice(end, Math.min(start, end + COLON))))
}
