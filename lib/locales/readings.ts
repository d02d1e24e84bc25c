import * as z from 'zod'

/** Name → the words and phrases that `{name}` stands for in the phrases of one language. */
export const Classes = z.record(z.string(), z.array(z.string())).default({})
export type Classes = Readonly<Record<string, readonly string[]>>

/** Joins terms that may stand in any order, with up to five words between them, in one clause. */
const AND = ' & '
/** Parts the phrases of which a term may be any. */
const OR = ' | '

/** Must the words of a phrase stand in one clause, because nothing else holds them together? */
export const isLoose = (source: string): boolean => source.includes(AND)

/**
 * The plain phrases that one phrase of a list stands for:
 *
 *     pomoć {stari}               the words of a class: `pomoć stari/penzioner`, and `pomoć treći doba` for a phrase in it
 *     volonter & pomaž*           both, in either order: `volonter & pomaž*`, `pomaž* & volonter`
 *     posao | prvi plata & mladi  either phrase in the place of a term: `posao & mladi`, `prvi plata & mladi`, …
 */
export function readings(source: string, classes: Classes): string[] {
  if (!/[{&|]/u.test(source)) return [source]
  const terms = source.split(AND).map((term) => term.split(OR).flatMap((phrase) => spellings(wordsOf(phrase), classes)))
  return product(terms).flatMap((chosen) => orders(chosen).map((each) => each.join(AND)))
}

const wordsOf = (phrase: string): string[] => phrase.trim().split(/\s+/u)

/** Every choice of one from each list. */
const product = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((chosen, list) => chosen.flatMap((some) => list.map((one) => [...some, one])), [[]])

function orders(terms: readonly string[]): string[][] {
  if (terms.length < 2) return [[...terms]]
  return terms.flatMap((term, i) => orders(terms.toSpliced(i, 1)).map((rest) => [term, ...rest]))
}

const spellings = (words: readonly string[], classes: Classes): string[] =>
  product(words.map((word) => choices(word, classes))).map((chosen) => chosen.join(' '))

/**
 * A word with its classes written out: all their words at once, each of their phrases by itself. Beside a class a `!` speaks
 * for its own alternative only: what is pinned goes first.
 */
function choices(word: string, classes: Classes): string[] {
  const phrases: string[] = []
  const words = word.replaceAll(/\{([^}]*)\}/gu, (_, name: string) => {
    const members = classes[name]
    if (!members) throw new Error(`No class {${name}}: name one of ${Object.keys(classes).join(', ') || 'none'}`)
    phrases.push(...members.filter((member) => member.includes(' ')))
    return members.filter((member) => !member.includes(' ')).join('/')
  })
  if (words === word) return [word]
  if (phrases.length && word.startsWith('[')) throw new Error(`${word}: a class with phrases cannot be optional`)
  const alternatives = words.split('/').toSorted((a, b) => Number(b.endsWith('!')) - Number(a.endsWith('!')))
  return [alternatives.join('/'), ...phrases]
}
