/** Name → the words and phrases that `{name}` stands for in the phrases of one language. */
export type Classes = Readonly<Record<string, readonly string[]>>

/** Joins terms that may stand in any order, with up to five words between them, in one sentence. */
const AND = ' & '

/** Must the words of a phrase stand in one sentence, because nothing else holds them together? */
export const isLoose = (source: string): boolean => source.includes(AND)

/**
 * The plain phrases that one phrase of a list stands for:
 *
 *     pomoć {stari}          the words of a class: `pomoć stari/penzioner`, and `pomoć treći doba` for a phrase in it
 *     volonter & pomaž*      both, in either order: `volonter & pomaž*`, `pomaž* & volonter`
 */
export function readings(source: string, classes: Classes): string[] {
  return orders(source.split(AND))
    .map((terms) => terms.join(AND))
    .flatMap((phrase) => spellings(phrase.trim().split(/\s+/u), classes))
}

function orders(terms: readonly string[]): string[][] {
  if (terms.length < 2) return [[...terms]]
  return terms.flatMap((term, i) => orders(terms.toSpliced(i, 1)).map((rest) => [term, ...rest]))
}

function spellings([word, ...rest]: readonly string[], classes: Classes): string[] {
  if (word === undefined) return ['']
  const tails = spellings(rest, classes)
  return choices(word, classes).flatMap((choice) => tails.map((tail) => `${choice} ${tail}`.trim()))
}

/** A word with its classes written out: all their words at once, each of their phrases by itself. */
function choices(word: string, classes: Classes): string[] {
  const phrases: string[] = []
  const words = word.replaceAll(/\{([^}]*)\}/gu, (_, name: string) => {
    const members = classes[name]
    if (!members) throw new Error(`No class {${name}}: name one of ${Object.keys(classes).join(', ') || 'none'}`)
    phrases.push(...members.filter((member) => member.includes(' ')))
    return members.filter((member) => !member.includes(' ')).join('/')
  })
  if (phrases.length && word.startsWith('[')) throw new Error(`${word}: a class with phrases cannot be optional`)
  return [words, ...phrases]
}
