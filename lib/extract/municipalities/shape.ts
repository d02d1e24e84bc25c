import { blockAt, type Doc, once, type Span, sentenceAt } from '../../text/index.ts'
import type { Words } from './lists.ts'
import type { Scene } from './scene.ts'
import { isSilentBlock } from './sighting.ts'

const LONGEST_DATELINE = 60
/** Paragraphs and blocks from the start in which news says what it is about, and the length from which a block is prose. */
const OPENING = 3
const OPENING_BLOCKS = 10
const PROSE = 60
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

/**
 * Is it only where a text was written or signed: "Kielce, 4 września 2024 r.", "U Šidu, 3.11.2020.", "14.03.2024, Biała
 * Podlaska", "LESKOVAC – U Bojniku je otvoren"?
 */
export function isDateline({ doc, words, found, sighting }: Scene): boolean {
  const block = blockAt(doc, sighting.start)
  if (!block) return false
  const before = doc.text.slice(block.start, sighting.start)
  const after = doc.text.slice(sighting.end, block.end)
  // "Kraljevo – Gradsko veće odobrilo je": the body that follows is the town's own.
  if (isAgency({ doc, sighting })) return !found.bodies.ahead.has(sighting.last)
  if (block.end - block.start > LONGEST_DATELINE) return false
  const { day, dated } = dayOf(words)
  return (/^\P{L}*\p{L}?\p{L}?\s?$/u.test(before) && day.test(after)) || dated.test(before)
}

/** ", dnia 4" behind the place, "14.03.2024 r., " before it. */
const dayOf = once(({ days, years }: Words) => ({
  day: new RegExp(`^,?\\s(?:(?:${days})\\s)?\\d`, 'u'),
  dated: new RegExp(`^[\\d\\s./-]+(?:${years})?,\\s$`, 'u'),
}))

/**
 * Is it where a report comes from: "Niš – Od danas radi", "ŽABARI -U školi"? A sum behind a dash is its share: "Paczków
 * – 670 842,27".
 */
export function isAgency({ doc, sighting }: Pick<Scene, 'doc' | 'sighting'>): boolean {
  const block = blockAt(doc, sighting.start)
  const opens = block?.start === sighting.start && (block.kind === 'paragraph' || block.kind === 'item')
  if (!opens) return false
  const behind = doc.text.slice(sighting.end, block.end)
  return /^(?:\s[–—-]\s?|[–—-]\s)["„“]?(?:\p{Lu}|\d[\d.,]*\s\p{L})/u.test(behind) || DATED.test(behind)
}

/** "Łomża, 12 marca. Od poniedziałku rusza": the day of a report behind its place. */
const DATED = /^,\s\d{1,2}\.?\s\p{L}{3,12}(?:\s\d{4})?(?:\.?\s\p{L}{1,6})?(?:\.|\.?\s?[–—-])\s["„“]?\p{Lu}/u

/** "Ruma: Opština je uvela uslugu": does the name label a paragraph that tells of it? */
export function labelsReport({ doc, sighting: { start, end } }: Pick<Scene, 'doc' | 'sighting'>): boolean {
  const block = blockAt(doc, start)
  const opens = block?.start === start && block.kind === 'paragraph'
  return opens && /^:\s["„“]?\p{Lu}\p{Ll}+\s\P{Lu}/u.test(doc.text.slice(end, block.end))
}

/** "U Trsteniku, Brusu i Prijepolju montirano je": does the name open a sentence with its preposition? */
export function isFronted({ doc, words, sighting }: Scene): boolean {
  const before = doc.tokens[sighting.first - 1]
  return before !== undefined && words.where.has(before.form) && sentenceAt(doc, sighting.start).start === before.start
}

/** "JAROSŁAW. Trzydzieści miejsc, sala do ćwiczeń": is it the town of a report, in capitals before its first sentence? */
export function opensReport({ doc, sighting: { start, end } }: Pick<Scene, 'doc' | 'sighting'>): boolean {
  const block = blockAt(doc, start)
  if (block?.kind !== 'paragraph' || block.start !== start || /\p{Ll}/u.test(doc.text.slice(start, end))) return false
  return /^\.\s["„“]?[\p{Lu}\d]/u.test(doc.text.slice(end, block.end))
}

/** An address: `23-300 Janów Lubelski`, `11000 Beograd`, `Makedonska 22, Beograd`. */
export const isAddress = ({ doc, sighting }: Scene): boolean =>
  /(?:^|\P{N})(?:\d{2}[- ]?\d{3}\s{1,2}|\d{1,3}\p{L}?(?:\/\d{1,3})?,\s)$/u.test(
    doc.text.slice(Math.max(0, sighting.start - 12), sighting.start),
  )

/** Behind another name, only to say where that lies: "Osieczna, powiat leszczyński", "(pow. leski)". */
export const isAside = ({ doc, sighting }: Scene): boolean =>
  /\p{L}\s?[,(]\s?$/u.test(doc.text.slice(Math.max(0, sighting.start - 4), sighting.start))

/** Has a house its name of it: „Pod Brzozą”? */
export const isHouse = ({ doc, sighting }: Scene): boolean =>
  /["„“”«'‘]\s?\p{Lu}\p{L}{0,3}\s$/u.test(doc.text.slice(Math.max(0, sighting.start - 8), sighting.start))

/** Where the first paragraphs end. Menus, bylines and other short lines above and between them do not count. */
export function endOfOpening(doc: Doc): number {
  const blocks = doc.blocks.filter((block) => !isSilentBlock(block))
  const prose = blocks.filter(({ kind, start, end }) => kind !== 'title' && kind !== 'heading' && end - start >= PROSE)
  const ends = [prose[OPENING - 1], blocks[OPENING_BLOCKS - 1]].map((block) => block?.end ?? doc.text.length)
  return Math.min(...ends)
}
