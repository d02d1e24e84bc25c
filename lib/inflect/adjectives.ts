import { endings } from './slavic.ts'

/** The ending of a folded form that looks like an adjective's; undefined of other words. */
export type AdjectiveEnding = (form: string) => string | undefined

/** `serbianEnding('psiholoskom') === 'om'`. Adjectives of one noun end alike: "psihološka i pravna pomoć". */
export const serbianEnding = adjectives(
  'oga ome ima og om oj ih im a e i o u',
  /[aeiou].*(?:n|sk|ck|ov|ev|av|iv|at|it)$/u,
)

/** `polishEnding('prawne') === 'e'`, `polishEnding('dom') === undefined`. */
export const polishEnding = adjectives(
  'iego iemu iej ich imi ego emu ymi ej ym ych im ie ia a e i y',
  /[aeiouy].*(?:n|sk|ck|dzk|ow|cz|liw|aw|yw|an|on)$/u,
)

/** Tells by the last letters of the stem: socijalni, gradski, porodični, starački; prawny, społeczny, opiekuńczy, zawodowy. */
function adjectives(line: string, derived: RegExp): AdjectiveEnding {
  const known = [...endings(line)].sort((a, b) => b.length - a.length)
  return (form) =>
    known.find((ending) => form.endsWith(ending) && derived.test(form.slice(0, form.length - ending.length)))
}
