import * as z from 'zod'
// Not by their index: the words and phrases of all lists, which nothing here asks for, would take memory from the files.
import { listIn } from '../locales/list.ts'
import { locales } from '../locales/locales.ts'
import { fold } from '../text/index.ts'

const LISTS = [
  'related',
  'closing',
  'comments',
  'furniture',
  'bylines',
  'more',
  'notices',
  'clause',
  'privacy',
  'menu',
  'sections',
  'tools',
  'press',
  'media',
  'official',
  'ads',
  'home',
  'dated',
] as const

/** Lists of `lib/locales/<l>/boilerplate.yml`. */
export type PhraseList = (typeof LISTS)[number]

const Lists = z.record(z.enum(LISTS), z.array(z.string().min(2)))

/** Blanks that are not one space. */
const UNEVEN = /\s{2,}|[^\S ]/gu

/** Phrases of page furniture in every language that is analysed, folded: a page's language is not known while it is read. */
export const phrases: Readonly<Record<PhraseList, readonly string[]>> = merge()

function merge(): Record<PhraseList, readonly string[]> {
  const all = locales.map((locale) => listIn(locale, 'boilerplate', Lists))
  const listOf = (list: PhraseList) => [...new Set(all.flatMap((lists) => lists[list].flatMap(spelledOut).map(formOf)))]
  return Lists.parse(Object.fromEntries(LISTS.map((list) => [list, listOf(list)])))
}

/** Each of the words that bars part: `slične|druge vesti` → `slične vesti`, `druge vesti`. */
function spelledOut(phrase: string): string[] {
  const places = phrase.split(' ').map((word) => (word.length > 1 ? word.split('|') : [word]))
  return places.reduce<string[]>((all, words) => all.flatMap((head) => words.map((word) => `${head} ${word}`)), [''])
}

/** Comparable form of a line or phrase: folded, `đ` as a bare d so that it is also found where it is typed so. */
export function formOf(words: string): string {
  return fold(words).replaceAll('dj', 'd').replace(UNEVEN, ' ').trim()
}

/** The phrases of each list by the two letters that they begin with: every line of a text is held against them. */
const byLetters = new Map(
  LISTS.map((list) => [list, Map.groupBy(phrases[list], (phrase) => phrase.slice(0, 2))] as const),
)

/** The longest phrase of a list that a form begins with, as whole words. */
export const opening = (form: string, list: PhraseList): string | undefined =>
  longest(
    (byLetters.get(list)?.get(form.slice(0, 2)) ?? []).filter(
      (phrase) => form.startsWith(phrase) && !/^[\p{L}\p{N}]/u.test(form.slice(phrase.length)),
    ),
  )

/** Does a form contain a phrase of a list, as whole words? */
export const contains = (form: string, list: PhraseList): boolean =>
  phrases[list].some((phrase) => {
    const at = form.indexOf(phrase)
    return (
      at >= 0 && !/[\p{L}\p{N}]$/u.test(form.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(form.slice(at + phrase.length))
    )
  })

const longest = (found: readonly string[]): string | undefined =>
  found.reduce<string | undefined>((a, b) => (a !== undefined && a.length >= b.length ? a : b), undefined)
