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

/** Does a phrase leave room for words that it does not name? */
export const isOpen = (source: string): boolean => isLoose(source)

/**
 * The plain phrases that each term of a phrase of a list may be:
 *
 *     pomoć {stari}               one term with the words of a class: `pomoć stari/penzioner`, and `pomoć treći doba` for a phrase in it
 *     volonter & pomaž*           two terms, in either order
 *     posao | prvi plata & mladi  two terms, the first of them either phrase
 */
export const termsOf = (source: string, classes: Classes): string[][] =>
  source.split(AND).map((term) => {
    if (!/[{|]/u.test(term)) return [term]
    return term.split(OR).flatMap((phrase) => spellings(wordsOf(phrase), classes))
  })

const wordsOf = (phrase: string): string[] => phrase.trim().split(/\s+/u)

/** Every choice of one from each list. */
const product = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((chosen, list) => chosen.flatMap((some) => list.map((one) => [...some, one])), [[]])

const spellings = (words: readonly string[], classes: Classes): string[] =>
  product(words.map((word) => choices(word, classes))).map((chosen) => chosen.join(' '))

/**
 * A word with its classes written out: all their words at once, each of their phrases by itself. Beside a class a `!` speaks
 * for its own alternative only: what is pinned goes first.
 */
function choices(word: string, classes: Classes): string[] {
  const phrases: string[] = []
  const optional = word.startsWith('[')
  const words = word.replace(/^\[|\]$/gu, '').replaceAll(/\{([^}]*)\}/gu, (_, name: string) => {
    const members = classes[name]
    if (!members) throw new Error(`No class {${name}}: name one of ${Object.keys(classes).join(', ') || 'none'}`)
    phrases.push(...members.filter((member) => member.includes(' ')))
    return members.filter((member) => !member.includes(' ')).join('/')
  })
  if (!word.includes('{')) return [word]
  if (phrases.length && optional) throw new Error(`${word}: a class with phrases cannot be optional`)
  const alternatives = words.split('/').toSorted((a, b) => Number(b.endsWith('!')) - Number(a.endsWith('!')))
  const slot = alternatives.join('/')
  return [optional ? `[${slot}]` : slot, ...phrases]
}
