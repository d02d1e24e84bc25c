import * as z from 'zod'

/** Name → the words and phrases that `{name}` stands for in the phrases of one language. */
export const Classes = z.record(z.string(), z.array(z.string())).default({})
export type Classes = Readonly<Record<string, readonly string[]>>

/** Joins terms that may stand in any order, with few words between them, in one clause. */
const AND = ' & '
/** Parts the phrases of which a term may be any. */
const OR = ' | '

/** Must the words of a phrase stand in one clause, because nothing else holds them together? */
export const isLoose = (source: string): boolean => source.includes(AND)

/**
 * The plain phrases that each term of a phrase of a list may be:
 *
 *     pomoć {stari}               one term with the words of a class: `pomoć stari/penzioner`, and `pomoć treći doba` for a phrase in it
 *     volonter & pomaž*           two terms, in either order
 *     posao | prvi plata & mladi  two terms, the first of them either phrase
 */
export const termsOf = (source: string, classes: Classes): string[][] =>
  source.split(AND).map((term) => {
    if (!/[{|]|\/\S*-|-\S*\//u.test(term)) return [term]
    return term.split(OR).flatMap((phrase) => spellings(wordsOf(phrase), classes))
  })

const wordsOf = (phrase: string): string[] => phrase.trim().split(/\s+/u)

/** Every choice of one from each list. */
const product = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((chosen, list) => chosen.flatMap((some) => list.map((one) => [...some, one])), [[]])

const spellings = (words: readonly string[], classes: Classes): string[] =>
  product(words.map((word) => choices(word, classes))).map((chosen) => chosen.join(' '))

/**
 * A word with its classes written out: all their words at once, each of their phrases by itself, and so each word with a hyphen,
 * which is two words of a text. Beside a class a `!` speaks for its own alternative only: what is pinned goes first.
 */
function choices(word: string, classes: Classes): string[] {
  const optional = word.startsWith('[')
  const bare = word.replace(/^\[|\]$/gu, '')
  const isPinned = bare.endsWith('!') && !bare.includes('{')
  const all = bare.split('/').flatMap((choice) => membersOf(choice, classes))
  const phrases = all.filter(isPhrase).map((phrase) => (isPinned && !phrase.endsWith('!') ? `${phrase}!` : phrase))
  if (phrases.length === 0 && !bare.includes('{')) return [word]
  if (phrases.length && optional)
    throw new Error(`${word}: what may be missing cannot hold phrases or words with a hyphen`)
  const words = all.filter((choice) => !isPhrase(choice))
  const pinnedFirst = words.toSorted((a, b) => Number(b.endsWith('!')) - Number(a.endsWith('!')))
  const slot = pinnedFirst.join('/')
  return [...(slot ? [optional ? `[${slot}]` : slot] : []), ...phrases]
}

const isPhrase = (choice: string): boolean => /[ -]/u.test(choice)

/** The members of a class, or a word as it stands. */
function membersOf(choice: string, classes: Classes): readonly string[] {
  const name = /^\{([^}]*)\}$/u.exec(choice)?.[1]
  if (name === undefined) return [choice]
  const members = classes[name]
  if (!members) throw new Error(`No class {${name}}: name one of ${Object.keys(classes).join(', ') || 'none'}`)
  return members
}
