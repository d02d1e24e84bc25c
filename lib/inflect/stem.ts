import { CONTACT } from './fleeting.ts'
import { irregular } from './irregular.ts'
import { type Alternation, alternate, alternation, type Endings, endings } from './slavic.ts'

/** How one language is stemmed, in the order of the steps. Forms are folded. */
interface Stemmer {
  /** Irregular form → its lemma. */
  readonly exceptions: ReadonlyMap<string, string>
  readonly respell: (form: string) => string
  readonly endings: readonly string[]
  /** What stands between stem and ending in some forms only: gradov-i, starij-i. */
  readonly tail: RegExp
  readonly merged: Alternation
  readonly fleeting: RegExp
  readonly contact: Alternation
}

const SHORTEST_STEM = 3

const serbian: Stemmer = {
  exceptions: exceptionsOf(irregular.serbian.also),
  respell: (form) =>
    form
      .replace(/^naj(?=.+ij)/u, '')
      .replace(/(?<=[bcdfghklmnprstvz])ije(?=[bcdfghklmnprstvz])/u, 'e')
      .replace(/(?<=[bdfmpstvz])je/u, 'e')
      .replace(/(?<=[aeu])o$/u, 'l'),
  endings: longestFirst('ima ama om em og eg oj im ih a e i o u'),
  tail: /(?:ov|ev|ij)$/u,
  merged: alternation('ioc>ilk aoc>alk eoc>elk sc>st lj>l nj>n dj>d anin>an c>k z>g s>h'),
  fleeting: /(?<=[aeiou].*[^aeiou])a(?=[^aeiou]$)/u,
  contact: CONTACT,
}

const polish: Stemmer = {
  exceptions: exceptionsOf(irregular.polish.also),
  respell: (form) => form.replace(/(?:c|dz)(?=i(?:e|a|u|om|ach|ami|em|ow)?$)/u, (soft) => (soft === 'c' ? 't' : 'd')),
  endings: longestFirst(
    'owie owi iami iach iego iemu ami ach ego emu ymi imi iej iem iom iow ych ich ej em om um ym im ie ia iu a e i y o u',
  ),
  tail: /ow$/u,
  merged: alternation('sc>st si>s zi>z ni>n li>l rz>r dz>g cz>k c>k ch>s sz>s i>'),
  fleeting: /(?<=[^aeiouy])i?e(?=[kcnlrmwb]$)/u,
  contact: alternation('iest>iast iet>iat iezd>iazd'),
}

const stemmers: Readonly<Record<string, Stemmer>> = { sr: serbian, hr: serbian, bs: serbian, cnr: serbian, pl: polish }

/**
 * A key that the forms of one word mostly share, for counting words, not for showing them: `stem('rodzinie', 'pl')` and
 * `stem('rodzin', 'pl')` are equal. Takes folded forms; a form of a language without a stemmer is its own stem.
 */
export function stem(form: string, language: string): string {
  const stemmer = stemmers[language]
  return stemmer ? stemWith(stemmer, form) : form
}

function stemWith(stemmer: Stemmer, form: string): string {
  const word = stemmer.respell(stemmer.exceptions.get(form) ?? form)
  const ending = stemmer.endings.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST_STEM) ?? ''
  const bare = word.slice(0, word.length - ending.length)
  const short = bare.replace(stemmer.tail, '')
  const merged = alternate(short.length >= SHORTEST_STEM ? short : bare, stemmer.merged)
  const open = merged.length > SHORTEST_STEM ? merged.replace(stemmer.fleeting, '') : merged
  return alternate(open, stemmer.contact)
}

function longestFirst(line: string): string[] {
  return [...endings(line)].sort((a, b) => b.length - a.length)
}

function exceptionsOf(paradigms: ReadonlyMap<string, Endings>): ReadonlyMap<string, string> {
  return new Map([...paradigms].flatMap(([lemma, forms]) => Array.from(forms, (form) => [form, lemma] as const)))
}
