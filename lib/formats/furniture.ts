import { formOf, opening, phrases } from './phrases.ts'
import { barsIn, isBlank, partsIn, type TextLine } from './text-lines.ts'

const SEPARATORS: readonly RegExp[] = [
  /\s*\|\s*/u,
  /\s*[»›→]\s*|\s+>\s+/u,
  /\s+\*\s+/u,
  /\s+[·•]\s+/u,
  /\s*[▾▼▸▶]\s*/u,
  /\s+\/\s+/u,
  /\s*\]\s*\[\s*/u,
  /\s*::\s*/u,
  /\s{2,}/u,
]
/** Any of them. */
const SEPARATED = new RegExp(SEPARATORS.map(({ source }) => source).join('|'), 'u')
const CRUMB = /\s(?:>>|[»›>\\/→])\s/gu
const FULL_DATE = /\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.?\s\p{L}+\s\d{4}/u
/** The end of a sentence; what advertises ends in “!” as well. */
export const ENDED = /[.?…]["”“»)]*$/u
/** "# deca", "#noclegownia #zima": what the article is filed under. */
const HASHTAGS = /^\s*(?:#\s?[\p{L}\p{N}_-]+(?:\s[\p{L}\p{N}_-]+){0,3}[\s,|]*)+$/u
/** Items that begin like titles: what an article itself lists, "pomoć u kući • klub", goes on with small letters. */
const TITLES = /^\s*[\p{Lu}„"“«][^:]*$(?<!\s(?:[›»→·•>/]|::)\s+\p{Ll}.*)/u
/** A line longer than this is no menu, label or page number; and the patterns below need not be tried on it. */
const LONGEST = 300
/** A sentence longer than this is no notice of a page. */
const LONGEST_NOTICE = 420

/** Arrows that lead to the article before or behind: "← Zimowisko dla rodzin zastępczych    Zmiana numeru konta →". */
const BACK = /^\s*(?:[←◄⟵]|<<|[«‹]\s(?!.*[»›]))/u
const ON = /(?:[→⟶]|>>|(?<![«‹][^»›]*)\s[»›])\s*$/u
const ON_BELOW = /^\s*[»›→⟶]\s/u
const BOTH = /^\s*[«‹]\s.*\S\s{2,}\S.*\s[»›]\s*$/u
/** What a line that leads on ends with: looked at first, since hardly a line does. */
const ARROWS: ReadonlySet<string | undefined> = new Set('→⟶»›>')

/** A line of the page and not of the document: menu, breadcrumb, share and print links, copyright. */
export function isFurniture(lines: readonly TextLine[], i: number): boolean {
  const line = lines[i]
  if (!line?.form || line.words.length > LONGEST || line.prose) return false
  if (isTurn(lines, i)) return true
  if (line.words.includes('\t') || FULL_DATE.test(line.words)) return false
  return (
    isLabelled(line) ||
    isByline(line) ||
    isAd(line) ||
    isCrumb(line) ||
    isMenu(lines, i) ||
    isLinks(lines, i) ||
    (line.place === 'behind' && HASHTAGS.test(line.words)) ||
    /^(?:©|\(c\)\s|copyright\b)/iu.test(line.words.trim())
  )
}

/** Does it turn the page: to the article before or the one behind, on one line or on two? */
function isTurn(lines: readonly TextLine[], i: number): boolean {
  const [above, words] = [lines[i - 1]?.words ?? '', lines[i]?.words ?? '']
  const leadsOn = ARROWS.has(words.trimEnd().at(-1)) && ON.test(words)
  return leadsOn || BACK.test(words) || BOTH.test(words) || (ON_BELOW.test(words) && BACK.test(above))
}

/** It begins with the name of a page part: "Podeli: …", "Tagi: …", "◄ Następny wpis: …". */
function isLabelled({ words, form: marked }: TextLine): boolean {
  const form = marked.replace(/^[^\p{L}\p{N}]+/u, '')
  if (isAllPhrases(form) || isRelated(form)) return true
  const phrase = opening(form, 'furniture')
  if (phrase === undefined) return false
  const rest = form.slice(phrase.length).trim()
  if (!rest || rest.startsWith(':')) return form.length <= 200
  const wide = /\s{3,}|\s\|\s/u.test(words)
  if (wide) return form.length <= 120
  // one word alone begins many a heading: "Prethodno stanje", "Traženje posla"
  return phrase.includes(' ') && form.length <= 60 && !ENDED.test(form) && rest.split(' ').length <= 5
}

/** Who wrote or took what, above or below the article: "Izvor: Radio Sombor", "Fot. archiwum". */
function isByline({ form, place }: TextLine): boolean {
  const phrase = place === 'inside' ? undefined : opening(form, 'bylines')
  return (
    phrase !== undefined && form.length <= 60 && /^\s*[:.]\s*\S/u.test(form.slice(phrase.length)) && !/\d/u.test(form)
  )
}

/** Advertisements beside the word that says so, outside the text: "Klub Malucha – zapisy!   REKLAMA   Protezy w 24 h". */
const isAd = ({ words, place }: TextLine): boolean => place !== 'inside' && itemsBeside(words).some(isAdLabel)

const itemsBeside = (words: string): string[] =>
  /\S\s{3}\s*\S|\s\|\s/u.test(words) ? words.split(/\s{3,}|\s\|\s/u) : []
const isAdLabel = (item: string): boolean => phrases.ads.includes(formOf(item)) && item === item.toUpperCase()

/** Other articles on one line: "Powiązane: Ośrodek pod Myszyńcem | Nowy DPS w Kadzidle", "Najčitanije danas: …". */
function isRelated(form: string): boolean {
  const phrase = opening(form, 'related')
  return phrase !== undefined && /^(?:\s\p{L}+)?\s*:\s*\S/u.test(form.slice(phrase.length))
}

/** A sign of the page: the size of its letters, a network, "A A+ A++", "f  t  g+". */
const SIGN = /^\p{L}(?![\p{L}\p{N}.)])/u

/** "Drukuj Wróć", "Drukuj | Poleć znajomemu", "A A A  Kontrast  Tłumacz PJM": nothing but names and signs of page parts. */
function isAllPhrases(form: string): boolean {
  let rest = form
  let known = 0
  for (let count = 0; ; count++) {
    rest = rest.replace(/^[^\p{L}]+/u, '')
    if (rest === '') return known > 0 && (known > 1 || count > 2)
    const phrase = opening(rest, 'furniture') ?? opening(rest, 'menu') ?? opening(rest, 'tools')
    if (phrase !== undefined) known++
    const item = phrase ?? rest.match(SIGN)?.[0]
    if (item === undefined) return false
    rest = rest.slice(item.length)
  }
}

/** "Početna / Južni Banat / Vršac": from the home page down to here; above the text also from a part of it, "Vesti / Ruma". */
function isCrumb({ words, form, place }: TextLine): boolean {
  const steps = words.match(CRUMB)?.length ?? 0
  if (steps === 0 || form.length > 160 || ENDED.test(form)) return false
  if (opening(form, 'home') !== undefined || (words.match(/\s[»›]\s/gu)?.length ?? 0) >= 2) return true
  if (place !== 'before') return false
  const items = words.trim().split(CRUMB)
  const [first] = items
  return (
    phrases.menu.includes(formOf(first ?? '')) ||
    (steps >= 2 && items.every((item) => /^\p{Lu}.{0,40}$/u.test(item.trim())))
  )
}

/** Does an item stand in menus? Parts of what an office does, "Projekti", "Oświata", also head the columns of its tables. */
const isItem = (form: string, isOutside: boolean): boolean =>
  phrases.menu.includes(form) || (isOutside && phrases.sections.includes(form))

/** Many short items on a line, some of them such as menus have, or the line far from all prose. */
function isMenu(lines: readonly TextLine[], i: number): boolean {
  const words = lines[i]?.words ?? ''
  const isOutside = lines[i]?.place !== 'inside'
  const isWhole = isOutside && isFramed(barred(words).map(formOf))
  const items = itemsOf(words, isWhole ? LONGEST_LINK : LONGEST_ITEM)
  if (items.length < 3) return false
  const known = items.map(formOf).filter((item) => isItem(item, isOutside)).length
  if (known >= 2 && known >= items.length / 4) return true
  const short = items.every((item) => item.length <= 40 && !/\d{2}/u.test(item) && /^\P{Ll}/u.test(item))
  return items.length >= 5 && short && isOutside && !isRowOfTable(lines, i, items.length)
}

/**
 * Other pages on one line below the text: "Harmonogram wywozu śmieci | Klub Seniora zaprasza | e-sesja". Years and sums stand
 * in tables; "800+" is the name of a benefit.
 */
function isLinks(lines: readonly TextLine[], i: number): boolean {
  const line = lines[i]
  if (line?.place !== 'behind' || /\d{3}(?!\+)/u.test(line.words)) return false
  if (partsIn(line.words) >= 2) return TITLES.test(line.words) && !ENDED.test(line.form)
  return barsIn(line.words) >= 2 && [lines[i - 1], lines[i + 1]].every((other) => barsIn(other?.words ?? '') === 0)
}

/** Do they begin and end as menus do, whatever stands between: "O nas", "Osoby z niepełnosprawnościami: turnusy, sprzęt", "Kontakt"? */
export const isFramed = (forms: readonly string[]): boolean =>
  forms.length > 2 && [forms.at(0), forms.at(-1)].every((form) => phrases.menu.includes(form ?? ''))

const barred = (words: string): string[] => words.trim().split(/\s*\|\s*/u)

/** Items of menus are no longer than this; in a menu that is known by both its ends they may be. */
const LONGEST_ITEM = 45
const LONGEST_LINK = 80

function itemsOf(words: string, longest = LONGEST_ITEM): string[] {
  if (!SEPARATED.test(words)) return []
  const splits = SEPARATORS.map((separator) =>
    words
      .trim()
      .split(separator)
      .map((item) => item.trim())
      .filter(Boolean),
  )
  const items = splits.reduce((a, b) => (b.length > a.length ? b : a), [])
  return items.every((item) => item.length <= longest && !/[.?!]\s\p{L}/u.test(item)) ? items : []
}

const isRowOfTable = (lines: readonly TextLine[], i: number, count: number): boolean =>
  [lines[i - 1], lines[i + 1]].some(
    (line) => line !== undefined && line.words.length <= LONGEST && itemsOf(line.words).length === count,
  )

/** A sentence about the page itself: cookies, copyright, the rules of commenting. */
export const isNotice = ({ form, notice }: TextLine): boolean => notice && form.length <= LONGEST_NOTICE

const PAGE = /^[-–—\s]*(?:strana|str|stranica|strona|s|page)?\.?\s*\d{1,3}\s*(?:(?:od|z|\/|of)\s*\d{1,4})?[-–—.\s]*$/u
/** A running title with its page number, and one that also says what the number is. */
const BESIDE = /\p{L}.*\s{4,}\d{1,3}\s*$/u
const NAMED = /\p{L}.*\s(?:str\.?|strona|strana|страна|стр\.?)\s+\d{1,3}\s*$/iu

/** A printed page's own number, alone or beside its running title: "strana 7 od 31", "– 18 –", "Strategija …    14". */
export function pageNumber(lines: readonly TextLine[], i: number): boolean {
  const line = lines[i]
  if (!line?.form || line.words.length > LONGEST || line.words.includes('\t')) return false
  if (isPageLine(line.form)) return isNumberApart(lines, i)
  const endsInNumber = /\d/u.test(line.form.at(-1) ?? '')
  if (endsInNumber && NAMED.test(line.words)) return isApart(lines, i)
  // in a table of words and numbers set with blanks no two rows are alike
  if (endsInNumber && BESIDE.test(line.words))
    return isApart(lines, i) && (line.repeats > 1 || i === lines.findLastIndex(({ form }) => form !== ''))
  return isRunningTitle(lines, i)
}

const isPageLine = (form: string): boolean => form.length <= 40 && PAGE.test(form)
const isApart = (lines: readonly TextLine[], i: number): boolean => isBlank(lines[i - 1]) || isBlank(lines[i + 1])

/** A bare number inside a list of values is none of a page. */
function isNumberApart(lines: readonly TextLine[], i: number): boolean {
  const line = lines[i]
  return isApart(lines, i) || /^\s{8,}|\p{L}|[-–—]/u.test(line?.words ?? '')
}

/** It stands beside a page number and comes back elsewhere in the text. */
function isRunningTitle(lines: readonly TextLine[], i: number): boolean {
  const { words, form, repeats } = lines[i] ?? { words: '', form: '', repeats: 0 }
  if (form.length < 8 || repeats < 2 || ENDED.test(form) || !/^\s*\p{Lu}/u.test(words)) return false
  return [i - 1, i + 1].some((at) => isPageLine(lines[at]?.form ?? '') && isNumberApart(lines, at))
}
