import { type Mark, overlaps, type Reading, SILENT } from '../text/index.ts'
import { advertisements, belowLabels, between, isDated, menus, pageName, titlesBehind } from './frame.ts'
import { isFurniture, isNotice, pageNumber } from './furniture.ts'
import { contains, opening } from './phrases.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** Runs below a heading of the readers' part are believed in the last part of a text only. */
const LAST_PART = 0.5
/** How a heading goes on. */
const FEW_WORDS = /^\p{L}+(?:\s\p{L}+){0,3}$/u
/** A month or year of a blog's archive, with its number of posts: "▼ maj (19)", "► 2012 (34)". */
const ARCHIVED = /^[►▼▸▾▶]\s?(?:\p{L}{3,12}|(?:\p{L}{3,12}\s)?\d{4})\s\(\d+\)$/u

/**
 * Marks in any reading what is not the document: menus, breadcrumbs, share and comment parts, related articles, cookie
 * and privacy notices, page numbers. Marks, never cuts; what could date or name the document stays. What the reader
 * itself marked stays too, where no boilerplate covers it.
 */
export function markBoilerplate(reading: Reading): Reading {
  const own = reading.marks.filter(({ kind }) => SILENT.has(kind))
  const lines = linesOf(reading.text)
  const found = new Array<Mark['kind'] | undefined>(lines.length)
  lines.forEach((line, i) => {
    if (pageNumber(lines, i)) found[i] = 'footer'
    else if (isFurniture(lines, i) || isNotice(line)) found[i] = 'boilerplate'
  })
  for (const part of [runs, teasers, clauses, menus, belowLabels])
    for (const i of part(lines)) found[i] ??= 'boilerplate'
  const isFound = (i: number) => found[i] !== undefined
  for (const part of [pageName, advertisements, between, titlesBehind])
    for (const i of [...part(lines, isFound)]) found[i] ??= 'boilerplate'
  const fresh = found.map((kind, i) => (own.some((mark) => covers(mark, lines[i])) ? undefined : kind))
  const silent = [...own, ...marksOf(lines, fresh)]
  const shapes = reading.marks.filter(
    (mark) => !SILENT.has(mark.kind) && !silent.some((other) => overlaps(mark, other)),
  )
  return { ...reading, marks: [...silent, ...shapes].sort((x, y) => x.start - y.start) }
}

const covers = (mark: Mark, line: TextLine | undefined): boolean => line !== undefined && overlaps(mark, line)

/** Lines of sections that begin with a heading of other articles or of the readers' part. */
function* runs(lines: readonly TextLine[]): Generator<number> {
  const sentences = sentencesOf(lines)
  for (let i = 0; i < lines.length; i++) {
    const isBehind = lines[i]?.place === 'behind' || (sentences.first < i && i > sentences.last)
    const kind = headed(lines, i, isBehind)
    if (!kind) continue
    const goesOn = kind === 'comments' || isBehind
    const last = goesOn ? endOfText(lines, i) : endOfBox(lines, i)
    for (; i <= last; i++) if (!isDated(lines[i])) yield i
    i--
  }
}

/**
 * Is the line the heading of such a section? The phrase alone, perhaps with a colon, a count or another such phrase; below
 * the text also with a few words: "Najnovije na portalu Opštine Svrljig".
 */
function headed(lines: readonly TextLine[], i: number, isBehind: boolean): 'related' | 'comments' | undefined {
  const line = lines[i]
  if (!line || line.prose) return undefined
  if (ARCHIVED.test(line.form)) return 'related'
  const form = line.form.replace(/^[^\p{L}]+/u, '')
  for (const list of ['related', 'closing', 'comments'] as const) {
    const phrase = opening(form, list)
    if (phrase === undefined || (list === 'closing' && !isBehind)) continue
    const rest = form.slice(phrase.length).replace(/^[^\p{L}\p{N}]*\d*[^\p{L}\p{N}]*/u, '')
    const goesOn = line.place === 'behind' && phrase.includes(' ') && FEW_WORDS.test(rest)
    if (rest === '' || goesOn || opening(rest, 'related') !== undefined) {
      if (list !== 'comments') return 'related'
      if (line.start > (lines.at(-1)?.end ?? 0) * LAST_PART) return list
    }
  }
  return undefined
}

/** Lines of prose, the first and the last, but for titles however long: "Uchwała nr XX/114/2012 w sprawie programu". */
function sentencesOf(lines: readonly TextLine[]): { first: number; last: number } {
  const first = lines.findIndex(({ prose }) => prose)
  const last = lines.findLastIndex(({ prose, words }) => prose && !/^[^\p{L}]*\p{Lu}.*[^.!?…,;\s-]\s*$/u.test(words))
  return { first: first < 0 ? Infinity : first, last }
}

/** A section that nothing follows takes the rest of the text, unless that is most of it: then only its own box. */
function endOfText(lines: readonly TextLine[], heading: number): number {
  const all = lines.at(-1)?.end ?? 0
  return (lines[heading]?.start ?? 0) >= all * LAST_PART ? lines.length - 1 : endOfBox(lines, heading)
}

/** A box inside the article ends at the blank line behind its items, or where prose begins. */
function endOfBox(lines: readonly TextLine[], heading: number): number {
  let end = heading
  for (let i = heading + 1; i < lines.length && !lines[i]?.prose; i++) {
    if (lines[i]?.form) end = i
    else if (end > heading) break
  }
  return end
}

/** Announcements of other articles: short lines above a link "read more", where the text has several of these. */
function* teasers(lines: readonly TextLine[]): Generator<number> {
  const links = lines.flatMap((line, i) => (isMore(line) ? [i] : []))
  for (const link of links) {
    yield link
    if (links.length < 2) continue
    for (let i = link - 1; i >= Math.max(0, link - 3); i--) {
      const line = lines[i]
      if (!line?.form || line.prose || isMore(line)) break
      yield i
    }
  }
}

const isMore = ({ form }: TextLine): boolean => {
  const phrase = opening(form, 'more')
  return phrase !== undefined && !/\p{L}/u.test(form.slice(phrase.length))
}

/** A clause about personal data, with its points. */
function* clauses(lines: readonly TextLine[]): Generator<number> {
  for (let i = 0; i < lines.length; i++) {
    if (opening(lines[i]?.form ?? '', 'clause') === undefined) continue
    yield i
    for (let gap = 0; gap <= 2 && i + 1 < lines.length; i++) {
      const { form } = lines[i + 1] ?? { form: '' }
      if (form) gap = contains(form, 'privacy') ? 0 : gap + 1
      if (gap <= 2) yield i + 1
    }
  }
}

function marksOf(lines: readonly TextLine[], silent: readonly (Mark['kind'] | undefined)[]): Mark[] {
  const marks: Mark[] = []
  let open = false
  lines.forEach(({ form, start, end }, i) => {
    const kind = silent[i]
    const last = marks.at(-1)
    if (!form) return
    if (kind && open && last?.kind === kind) marks[marks.length - 1] = { ...last, end }
    else if (kind) marks.push({ kind, start, end })
    open = kind !== undefined
  })
  return marks
}
