import { blockAt, type Span, sentenceAt } from '../../text/index.ts'
import type { Scene } from './scene.ts'

const LONGEST_DATELINE = 60
const NO_WORD = /^[^\p{L}]*$/u

/** Does the name, or its head word, open its block or a cell of a row? */
export function opens({ doc, sighting }: Scene, cue: Span | undefined): boolean {
  const block = blockAt(doc, sighting.start)
  if (!block) return false
  const from = Math.min(cue?.start ?? sighting.start, sighting.start)
  return [block, ...block.cells].some(
    (span) => span.start <= from && NO_WORD.test(doc.text.slice(span.start, from).slice(-20)) && from - span.start < 20,
  )
}

/** Does a capital say nothing here: at the start of a sentence, in a line of capitals, beside a quotation mark or a capital? */
export function isExposed({ doc, words, sighting }: Scene): boolean {
  const token = doc.tokens[sighting.first]
  if (!token || token.acronym) return true
  const gap = doc.text.slice(Math.max(0, sighting.start - 4), sighting.start)
  if (sentenceAt(doc, sighting.start).start === sighting.start || /(?:^|[.!?:;•"„“«(\n–-])\s*$/u.test(gap)) return true
  const before = doc.tokens[sighting.first - 1]
  const after = doc.tokens[sighting.last]
  const beside = (from: number, to: number): boolean => /^\s$/u.test(doc.text.slice(from, to))
  return Boolean(
    (before?.capital && beside(before.end, sighting.start) && !words.links.has(before.form)) ||
      (after?.capital && beside(sighting.end, after.start)),
  )
}

/** Is it only where and when a text was signed: "Kielce, 4 września 2024 r.", "U Šidu, 3.11.2020.", "14.03.2024, Biała Podlaska"? */
export function isDateline({ doc, sighting }: Scene): boolean {
  const block = blockAt(doc, sighting.start)
  if (!block || block.end - block.start > LONGEST_DATELINE) return false
  const before = doc.text.slice(block.start, sighting.start)
  const after = doc.text.slice(sighting.end, block.end)
  return (
    (/^\P{L}*\p{L}?\p{L}?\s?$/u.test(before) && /^,?\s(?:dn\S{1,3}\s)?\d/u.test(after)) ||
    /^[\d\s./-]+(?:r\.|god\.)?,\s$/u.test(before)
  )
}

/** An address: `23-300 Janów Lubelski`, `11000 Beograd`. */
export const hasPostcode = ({ doc, sighting }: Scene): boolean =>
  /(?:^|\P{N})\d{2}[- ]?\d{3}\s{1,2}$/u.test(doc.text.slice(Math.max(0, sighting.start - 10), sighting.start))
