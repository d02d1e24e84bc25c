import { funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { inside, sentenceAt } from '../../text/index.ts'
import type { Money } from './money.ts'

/** So far before an organisation the sentence is read for whom money went to. */
const REACH = 400
/** And so far behind the word that says so stands its colon. */
const COLON = 60

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
