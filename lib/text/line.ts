import type { Mark } from './mark.ts'
import { overlaps, type Span } from './span.ts'

/** What one line of a text looks like by itself. */
export interface Line extends Span {
  readonly words: string
  readonly shape: 'blank' | 'frame' | 'row' | 'bullet' | 'number' | 'capitals' | 'plain'
  /** Rank of its number, the highest 1: `II.` is 1, `2.` 2, `Cilj 2:` 3, `2.3.` 4, `Mera 2.3.` 5; 0 without one. */
  readonly depth: number
  /** What the reader said of it. */
  readonly mark?: Mark
}

const BULLET = /^\s*(?:[•·▪»>*→−–—\p{So}-]|\(?\p{L}\)|[ivx]{1,4}\))\s+\S/u
/** `2.3.`, `1)`, `IV.`, `Cilj 1:`, `Посебни циљ 2:`, `Mera 1.1.`, `Prioritet A –`. */
const NUMBER =
  /^\s*\(?(?:(?<label>\p{Lu}\p{L}+(?:\s\p{L}+)?\s)?(?<number>\d{1,2}(?:\.\d{1,2}){0,3})(?=[.):\s])|(?<roman>[IVX]{1,5})(?=[.)]|\s+\p{Lu}|$)|\p{Lu}\p{L}+\s(?<letter>\p{Lu}|[IVX]{1,5})(?=\s[–—-]\s|[.:](?:\s|$)|$))[.):]*(?:\s+\S|$)/u
/** What parts the cells of a row, as it is typed and as it is drawn. */
const BAR = '[|│]'
const SEPARATOR = new RegExp(`\\t|\\s${BAR}\\s`, 'u')
const PARTING = new RegExp(`(\\t|(?:^|\\s)${BAR}(?=\\s|$))`, 'u')
/** What parts them where a table was typed over into lines. */
const SLASH = /\s\/\s/u
const SLASHING = /(\s\/\s)/u
const PARTED = new RegExp(`^(?:\\t|\\s?${BAR}\\s?|\\s/\\s)$`, 'u')
const BARRED = new RegExp(`^${BAR}`, 'u')
/** A row in its frame, of whatever cells: `|        | invaliditetom |     |`. */
const FRAMED = new RegExp(`^\\s*(${BAR})\\s(?:.*\\s)?\\1\\s.*\\1\\s*$`, 'u')
/** A line of a table's frame: `|---|---|`, `+----+----+`, `├────┼────┤`. */
const FRAME = /^\s*(?=.*[|+\u2500-\u257f])[|+:=\s\u2500-\u257f-]{3,}$/u

/** Lines of a text with their shapes, blank ones included, each trimmed to its words. */
export function linesOf(text: string, marks: readonly Mark[]): Line[] {
  const lines: Line[] = []
  const pending = [...marks].sort((a, b) => a.start - b.start)
  let start = 0
  for (const words of text.split('\n')) {
    const span = { start, end: start + words.length }
    start = span.end + 1
    while (pending[0] && pending[0].end <= span.start) pending.shift()
    const mark = words.trim() ? pending.find((m) => overlaps(m, span)) : undefined
    lines.push({ ...trim(text, span), words, ...shapeOf(words), ...(mark && { mark }) })
  }
  return asRows(asRows(lines, isPair), isSlashed, true)
}

/** Doubtful lines that make a table, at least: one alone may be two titles, an office and its town, the names of one house. */
const TOGETHER = 3

/** With lines that fit as rows, where several stand together; `apart`, blank lines may part them. */
function asRows(lines: readonly Line[], fits: (line: Line) => boolean, apart = false): Line[] {
  const rows = new Set<Line>()
  let run: Line[] = []
  const close = () => {
    if (run.length >= TOGETHER) for (const line of run) rows.add(line)
    run = []
  }
  for (const line of lines) {
    if (fits(line)) run.push(line)
    else if (!apart || line.shape !== 'blank') close()
  }
  close()
  return lines.map((line) => (rows.has(line) ? { ...line, shape: 'row', depth: 0 } : line))
}

/** "Forma | Opis", "Trening | dwa razy w tygodniu". */
const isPair = ({ words, shape }: Line): boolean => shape !== 'row' && shape !== 'bullet' && filledCells(words) === 2

/** "Mera / Nosilac / Iznos", "Javni radovi / NSZ / 3.600.000". */
const isSlashed = ({ words, shape, mark }: Line): boolean =>
  !mark && shape !== 'row' && shape !== 'bullet' && hasSlashes(words)

const hasSlashes = (words: string): boolean => filledCells(words, SLASH) >= 3

/** How many cells of a line say something. */
const filledCells = (words: string, separator = SEPARATOR): number =>
  words.split(separator).filter((cell) => cell.trim()).length

/** The span without the white space at its ends. */
export function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/** Spans of the cells of a row, in order, empty ones between tabs included, so that columns keep their places. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = []
  let start = row.start
  const words = text.slice(row.start, row.end)
  const parting = !SEPARATOR.test(words) && hasSlashes(words) ? SLASHING : PARTING
  for (const cell of words.split(parting)) {
    const span = trim(text, { start, end: start + cell.length })
    start += cell.length
    if (!PARTED.test(cell)) cells.push(span)
  }
  const outer = BARRED.test(words)
  return outer ? cells.filter((cell, i) => cell.end > cell.start || (i > 0 && i < cells.length - 1)) : cells
}

function shapeOf(words: string): Pick<Line, 'shape' | 'depth'> {
  if (!words.trim()) return { shape: 'blank', depth: 0 }
  if (FRAME.test(words)) return { shape: 'frame', depth: 0 }
  if (words.trim().includes('\t') || FRAMED.test(words) || filledCells(words) >= 3) return { shape: 'row', depth: 0 }
  if (BULLET.test(words)) return { shape: 'bullet', depth: 0 }
  const numbered = NUMBER.exec(words)?.groups
  if (numbered && /\p{L}{2}/u.test(words) && !isDate(words)) return { shape: 'number', depth: depthOf(numbered) }
  return { shape: isCapitals(words) ? 'capitals' : 'plain', depth: 0 }
}

function depthOf({ label, number, letter }: Record<string, string | undefined>): number {
  if (letter) return 3
  return number ? 2 * number.split('.').length + (label ? 1 : 0) : 1
}

/** A line that begins with a date is no numbered line: `28.02.2020.`, `12 marca 2020`, `3. Maj 2021`. */
const isDate = (words: string): boolean => /^\s*\d{1,2}\.?\s?(?:\d{1,2}\.\s?\d{4}|\p{L}\p{Ll}+\s\d{4})/u.test(words)

function isCapitals(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? []
  return (
    letters.length >= 4 && letters.filter((letter) => letter === letter.toUpperCase()).length >= letters.length * 0.9
  )
}
