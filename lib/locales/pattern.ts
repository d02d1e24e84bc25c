import * as z from 'zod'
import type { Slot } from './slot.ts'
import { ACRONYM } from './words.ts'

/** Name → the words and phrases that `{name}` stands for in the phrases of one language. */
export const Classes = z.record(z.string(), z.array(z.string())).default({})
export type Classes = Readonly<Record<string, readonly string[]>>

/** What stands for words that nobody names → how many of them there may be. */
const GAPS: Readonly<Record<string, number>> = { '..': 2, '...': 4 }
/** Joins terms that may stand in any order, with few words between them, in one clause. */
const AND = ' & '
/** Parts the phrases of which a term may be any. */
const OR = ' | '

/** Must the words of a phrase stand in one clause, because nothing else holds them together? */
export const isLoose = (phrase: string): boolean => phrase.includes(AND)

/**
 * The terms of a phrase of a word list. The notation:
 *
 *     dnevni boravak      every word in all its inflected forms; words of up to two letters only as they stand
 *     pomoć u kući!       `!`: the word, or all its alternatives, only in this very form
 *     za mlade!/omladina  `!` before a `/`: only this alternative in this very form
 *     osamostalj*         `*`: any word that starts so
 *     dom/centar za stare `/`: either word
 *     [lokalna] uprava    `[]`: may be missing
 *     tim .. nasilja      `..`: up to two words between; `...`: up to four
 *     DPS                 capitals only: matched as capitals, with or without an ending (`DPS-u`, `DPSów`)
 *     pomoć {stari}       any word of a class, or any of its phrases
 *     volonter & pomaž*   two terms, in either order, in one clause
 *     posao | prvi plata & mladi  two terms, the first of them either phrase
 */
export const termsIn = (phrase: string): string[] => phrase.split(AND)

/** Every way to word a term, slot by slot. Throws where it names a class that `classes` has not. */
export const spellingsOf = (term: string, classes: Classes): Slot<string>[][] =>
  term.split(OR).flatMap((phrase) => product(wordsOf(phrase).map((word) => choicesOf(word, classes))))

const wordsOf = (phrase: string): string[] => phrase.trim().split(/\s+/u)

/** Every choice of one run of slots from each list, one behind the other. */
const product = (lists: readonly (readonly Slot<string>[][])[]): Slot<string>[][] =>
  lists.reduce<Slot<string>[][]>((runs, list) => runs.flatMap((run) => list.map((next) => [...run, ...next])), [[]])

/**
 * The runs of slots that a word in the notation may be: one with all words it offers, and one for each of its phrases, and for
 * each word with a hyphen, which is two words of a text. Beside a class a `!` speaks for its own alternative only.
 */
function choicesOf(word: string, classes: Classes): Slot<string>[][] {
  const gap = GAPS[word]
  if (gap) return [[{ words: [], optional: false, gap }]]
  const optional = word.startsWith('[')
  const bare = word.replace(/^\[|\]$/gu, '')
  const isPinned = bare.endsWith('!') && !bare.includes('{')
  const choices = (isPinned ? bare.slice(0, -1) : bare).split('/')
  const all = isPinned ? choices.map(pinned) : choices.flatMap((choice) => membersOf(choice, classes))
  const words = all.filter((choice) => !isPhrase(choice))
  const phrases = all.filter(isPhrase)
  if (optional && phrases.length > 0 && all.length > 1)
    throw new Error(`${word}: what may be missing cannot hold phrases or words with a hyphen`)
  return [
    ...(words.length > 0 ? [[{ words, optional, gap: 0 }]] : []),
    ...phrases.flatMap((phrase) =>
      phrase.includes(' ')
        ? spellingsOf(phrase, classes)
        : [hyphenated(phrase).map((part) => ({ words: [part], optional, gap: 0 }))],
    ),
  ]
}

/** Has it more than one word of a text: "treće doba", "socijalno-zdravstvena"? */
const isPhrase = (choice: string): boolean => /[^\s-][ -][^\s!*-]/u.test(choice)

/** The words of a word with a hyphen. */
function hyphenated(word: string): string[] {
  const parts = word.replace(/!$/u, '').split('-').filter(Boolean)
  return word.endsWith('!') ? parts.map(pinned) : parts
}

/** Acronyms and beginnings have one form anyway. */
const pinned = (choice: string): string => (/[!*]$/u.test(choice) || ACRONYM.test(choice) ? choice : `${choice}!`)

/** The members of a class, or a word as it stands. */
function membersOf(choice: string, classes: Classes): readonly string[] {
  const name = /^\{([^}]*)\}$/u.exec(choice)?.[1]
  if (name === undefined) return [choice]
  const members = classes[name]
  if (!members) throw new Error(`No class {${name}}: name one of ${Object.keys(classes).join(', ') || 'none'}`)
  return members
}
