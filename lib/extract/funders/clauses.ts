import type { Hit } from '../../locales/index.ts'
import { type Doc, inside, type Span, sentenceAt } from '../../text/index.ts'
import type { Words } from './words.ts'
import { LONGEST_LABEL, wordsAt, type Zone } from './zone.ts'

/** A list of givers in prose ends here at the latest. */
const LONGEST_LIST = 240

/** Lists of sources inside a paragraph: "… 40 sati nedeljno. Izvor: budžet opštine.", "Donatori projekta su X i Y." */
export const clauses = (doc: Doc, words: Words): Zone[] => [
  ...words.spoken.find(doc).flatMap((label) => spoken(doc, label)),
  ...words.persons.find(doc).flatMap((person) => told(doc, words, person)),
]

/** A label with its colon that opens a sentence. */
function spoken(doc: Doc, label: Hit): Zone[] {
  const sentence = sentenceAt(doc, label.start)
  const opens = !/\p{L}/u.test(doc.text.slice(sentence.start, label.start)) && doc.tokens[label.first]?.capital
  const behind = doc.text.slice(label.end, Math.min(sentence.end, label.end + LONGEST_LABEL))
  const colon = /^[^\n.,;:]{0,30}:\s/u.exec(behind)
  return opens && colon ? [zoneOf(doc, label, { start: label.end + colon[0].length, end: sentence.end })] : []
}

/** Who is said to be the donor: what stands behind "donatori … su", "donatorima:". */
function told(doc: Doc, { copulas }: Words, person: Hit): Zone[] {
  const sentence = sentenceAt(doc, person.start)
  // "Zahvaljujemo se donatorima: …".
  const colon = /^[^\n.,;:]{0,30}:\s/u.exec(
    doc.text.slice(person.end, Math.min(sentence.end, person.end + LONGEST_LABEL)),
  )
  if (colon) return listed(doc, person, person.end + colon[0].length)
  const near = inside(doc.tokens, { start: person.end, end: Math.min(sentence.end, person.end + LONGEST_LABEL) })
  const at = near.findIndex(({ form }) => copulas.has(form))
  const copula = near[at]
  if (!copula || near.slice(0, at).some(({ capital }) => capital)) return []
  if (/[,;:()]/u.test(doc.text.slice(person.end, copula.start))) return []
  return listed(doc, person, copula.end)
}

/** The rest of a sentence, which lists who gives. */
function listed(doc: Doc, person: Hit, start: number): Zone[] {
  const end = Math.min(sentenceAt(doc, person.start).end, start + LONGEST_LIST)
  return [{ ...zoneOf(doc, person, { start, end }), told: { start: person.start, end: person.end } }]
}

const zoneOf = (doc: Doc, label: Span, span: Span): Zone => ({
  ...span,
  rule: 'funder/label',
  label: wordsAt(doc, label),
  cell: 'whole',
})
