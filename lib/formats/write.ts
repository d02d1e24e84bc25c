import type { Mark } from '../text/index.ts'

/** One line of a text to be, with what is known of it. */
export interface PageLine {
  readonly words: string
  /** It stands apart from the line before: a blank line goes between them. */
  readonly apart: boolean
  /** Not the article: menu, share buttons, related articles. */
  readonly aside: boolean
  readonly kind?: 'title' | 'heading' | 'item' | 'row'
  readonly level?: number
  /** Lines of one element share it, and so one mark. */
  readonly owner: object
}

/** Writes lines as a text with marks: one for each heading, item and row, one for each run of boilerplate. */
export function write(lines: readonly PageLine[]): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let text = ''
  let before: PageLine | undefined
  for (const line of lines) {
    if (before) text += line.apart ? '\n\n' : '\n'
    const start = text.length
    text += line.words
    const end = text.length
    const last = marks.at(-1)
    if (last && before && continues(before, line)) marks[marks.length - 1] = { ...last, end }
    else if (line.aside) marks.push({ kind: 'boilerplate', start, end })
    else if (line.kind)
      marks.push({ kind: line.kind, start, end, ...(line.level !== undefined && { level: line.level }) })
    before = line
  }
  return { text, marks }
}

/** Does the mark of the line before go on over this line? */
const continues = (before: PageLine, line: PageLine): boolean =>
  line.aside
    ? before.aside
    : !before.aside && line.kind !== undefined && line.kind === before.kind && line.owner === before.owner
