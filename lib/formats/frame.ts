import { ENDED, isFramed } from './furniture.ts'
import { contains, formOf, opening, phrases } from './phrases.ts'
import { isBlank, type TextLine } from './text-lines.ts'

/** No name of a page, advertisement or item of a menu is longer than this. */
const LONGEST_NAME = 80
const LONGEST_AD = 160
const LONGEST_ITEM = 45
const CLOSED = /[.!?…]["”“»)]*$/u

/** "Radio Polimlje — Prijepolje" gives its town, which the text below may give no more. */
const SEATED = /\s[-–—|]\s\p{Lu}/u

const isOpen = (line: TextLine | undefined, longest: number): boolean =>
  line !== undefined && line.form !== '' && line.form.length <= longest && !line.prose && !CLOSED.test(line.form)
const bare = (form: string): string => form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** Does the line date or sign the document ("Objavljeno: 29.03.2016.", "Data publikacji: 06.11.2020")? */
export const isDated = (line: TextLine | undefined): boolean =>
  line !== undefined && opening(line.form, 'dated') !== undefined && /\d|:/u.test(line.form)

/**
 * The name of a newspaper, station or portal over its menu, with its motto: "TV PIROT", "Głos Sanoka – tygodnik powiatu". The
 * page of an office is named by its office, which is what the document is about.
 */
export function* pageName(lines: readonly TextLine[], isFound: (i: number) => boolean): Generator<number> {
  const first = lines.findIndex((line) => !isBlank(line))
  const [name, second] = [lines[first], lines[first + 1]]
  if (name?.place !== 'before' || isFound(first) || !isOpen(name, LONGEST_NAME)) return
  if (!isPress(name.form) || SEATED.test(name.words)) return
  const hasMotto = !isFound(first + 1) && second !== undefined && isMotto(second) && isFound(first + 2)
  const below = lines.findIndex((line, i) => i > first && !isBlank(line))
  if (isFound(below) || hasMotto) yield first
  if (hasMotto) yield first + 1
}

const isPress = (form: string): boolean =>
  contains(form, 'press') || (contains(form, 'media') && !contains(form, 'official'))

const isMotto = ({ form, place, prose }: TextLine): boolean =>
  form !== '' && place === 'before' && !prose && form.length <= LONGEST_NAME

/**
 * What stands directly below the word that says so, up to a blank line: "REKLAMA", "Dom seniora – wolne pokoje!". Above the
 * article only where its title is still to come; inside it no sentence.
 */
export function* advertisements(lines: readonly TextLine[], isFound: (i: number) => boolean): Generator<number> {
  for (let i = 0; i < lines.length; i++) {
    const label = lines[i]
    if (!label || !phrases.ads.includes(bare(label.form))) continue
    yield i
    const box = boxBelow(lines, i, ({ form, prose }) => form.length <= LONGEST_AD && !prose)
    if (box.length === 0 || box.length > 3) continue
    const isAd =
      label.place === 'inside'
        ? box.every((at) => !ENDED.test(lines[at]?.form ?? ''))
        : label.place === 'behind' || hasTitleBelow(lines, i + box.length, isFound)
    if (isAd) yield* box
  }
}

/** Numbers of the lines directly below one, up to the blank line behind them; none where one of them does not fit. */
function boxBelow(lines: readonly TextLine[], above: number, fits: (line: TextLine) => boolean): number[] {
  const box: number[] = []
  for (let i = above + 1; ; i++) {
    const line = lines[i]
    if (line === undefined || isBlank(line)) return box
    if (!fits(line)) return []
    box.push(i)
  }
}

/** Does a line still follow that can be the title, before the text begins? */
function hasTitleBelow(lines: readonly TextLine[], from: number, isFound: (i: number) => boolean): boolean {
  for (let i = from + 1; i <= from + TOP; i++) {
    const line = lines[i]
    if (!line || line.prose) return false
    if (!isFound(i) && !isDated(line) && WORDS.test(line.form) && !/(?:19|20)\d{2}/u.test(line.form)) return true
  }
  return false
}

/** Lines between the top of a page and the title of its article, at most; and three words of a title. */
const TOP = 30
const WORDS = /\p{L}{2}\P{L}+\p{L}+\P{L}+\p{L}{2}/u

/** What stands with no blank line between two lines of the page behind the text: "« poprzedni", "Czy wiesz, że…?", "Licznik odwiedzin: 84". */
export function* between(lines: readonly TextLine[], isFound: (i: number) => boolean): Generator<number> {
  for (let i = 1; i < lines.length - 1; i++) {
    const line = lines[i]
    if (line?.place !== 'behind' || isBlank(line) || isFound(i) || isDated(line)) continue
    if (line.form.length <= LONGEST_AD && isFound(i - 1) && isFound(i + 1)) yield i
  }
}

const KNOWN = ['menu', 'sections', 'furniture'] as const

/**
 * Lines of a menu that stands item below item, above the text or behind it: "Početna", "O nama", "Usluge", "   Pomoć u kući".
 * What the page calls a menu by name may have longer items: "Rehabilitacja społeczna osób niepełnosprawnych".
 */
export function* menus(lines: readonly TextLine[]): Generator<number> {
  for (let i = 0; i < lines.length; i++) {
    if (isBlank(lines[i]) || !isBlank(lines[i - 1])) continue
    const isHeaded = phrases.furniture.includes(bare(lines[i]?.form ?? ''))
    const longest = isHeaded ? LONGEST_NAME : LONGEST_ITEM
    const box = boxBelow(lines, i - 1, (line) => isOpen(line, longest) && line.place !== 'inside')
    const forms = box.map((at) => bare(lines[at]?.form ?? ''))
    const known = forms.filter((form) => KNOWN.some((list) => phrases[list].includes(form))).length
    const hasHome = forms.some((form) => phrases.home.includes(form))
    const isNamed = box.length > 4 && isHeaded
    if (box.length > 3 && (hasHome || isNamed) && known >= 2 && known >= box.length / 5) yield* box
    else if (box.length > 4 && known >= box.length / 2 && isFramed(forms)) yield* box
  }
}

/** A line below the name of a page part that stands alone behind the text: "Sledeća vest", "Isključenje struje u Kolovratu". */
export function* belowLabels(lines: readonly TextLine[]): Generator<number> {
  for (let i = 0; i < lines.length - 1; i++) {
    const [label, next] = [lines[i], lines[i + 1]]
    if (label?.place !== 'behind' || !phrases.furniture.includes(formOf(bare(label.form)))) continue
    if (isOpen(next, LONGEST_AD) && !isDated(next)) yield i + 1
  }
}

/** Titles in a row behind a line of the page, at least, that are other articles whatever stands over them. */
const TITLES = 3
/** They stand in the last part of the text. */
const LAST_PART = 0.5
const TITLE = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}][^:]*[^.,;:\s]\s*$/u

/**
 * Blocks of titles that end the page, where it has already turned from its article: "Podeli: Facebook", "IZ KATEGORIJE",
 * "Gerontodomaćice u Topoli", "Mobilni tim u Kniću". Where something else stands among them the article goes on.
 */
export function* titlesBehind(lines: readonly TextLine[], isFound: (i: number) => boolean): Generator<number> {
  const all = lines.at(-1)?.end ?? 0
  const turned = lines.findIndex((line, i) => line.place === 'behind' && line.start >= all * LAST_PART && isFound(i))
  if (turned < 0) return
  const rest = lines.map((_, i) => i).filter((i) => i > turned && !isBlank(lines[i]) && !isFound(i))
  if (!rest.every((i) => isDated(lines[i]) || isAddress(lines[i]) || isTitle(lines[i]))) return
  const titles = rest.filter((i) => !isDated(lines[i]) && !isAddress(lines[i]))
  let block: number[] = []
  for (const i of [...titles, lines.length + 1]) {
    if (block.length > 0 && i !== (block.at(-1) ?? 0) + 1) {
      if (block.length >= TITLES) yield* block
      block = []
    }
    block.push(i)
  }
}

const isTitle = (line: TextLine | undefined): boolean =>
  line !== undefined && line.form.length <= LONGEST_AD && !line.prose && TITLE.test(line.words)
const isAddress = (line: TextLine | undefined): boolean => /\d{3}|\p{L}\s\d{1,3}\p{Ll}?(?:,|$)/u.test(line?.words ?? '')
