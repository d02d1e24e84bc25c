import { irregular } from './irregular.ts'
import { type Alternation, alternate, alternation, endings } from './slavic.ts'

/** How one language is stemmed: which endings go, which letters at the end of a stem count as one, and exceptions. */
interface Stemmer {
  readonly endings: readonly string[]
  readonly fleeting: RegExp
  readonly merged: Alternation
  readonly exceptions: ReadonlyMap<string, string>
  /** Changes inside the word, made first. */
  readonly respell: (form: string) => string
}

const SHORTEST_STEM = 3

const longestFirst = (line: string): string[] => [...endings(line)].sort((a, b) => b.length - a.length)

const serbian: Stemmer = {
  endings: longestFirst(
    'ovima evima ijima icama ijega ijemu ijeg ijem ijim ijih ijoj ijom ovi evi ova eva ove eve oga ega omu emu ome ama ima ija ije iji iju om em oj og eg im ih ju i a e u o',
  ),
  fleeting: /(?<=[^aeiou])a(?=[^aeiou]$)/u,
  merged: alternation('oc>lk scu>st sc>st lj>l nj>n c>k z>g s>h'),
  exceptions: exceptionsOf(irregular.serbian.also),
  respell: (form) => form.replace(/(?<=[bcdfghklmnprstvz])ije(?=[bcdfghklmnprstvz])/u, 'e').replace(/(?<=[bdfmpstvz])je/u, 'e'),
}

const polish: Stemmer = {
  endings: longestFirst(
    'owie owi iami iach iego iemu ami ach ego emu ymi imi iej iem iom iow ych ich ej em om ow ym im ia ie iu io a e i y o u',
  ),
  fleeting: /(?<=[^aeiouy])i?e(?=[^aeiouy]$)/u,
  merged: alternation('dzi>d ci>t si>s zi>z ni>n li>l rz>r dz>g cz>k c>k ch>s sz>s i>'),
  exceptions: exceptionsOf(irregular.polish.also),
  respell: (form) => form.replace(/ie(?=[cs]?[ctds]i|rz|l|[sz][dt]z?i)/u, 'ia'),
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
  return alternate(bare.length > SHORTEST_STEM ? bare.replace(stemmer.fleeting, '') : bare, stemmer.merged)
}

/** Irregular form → its lemma. */
function exceptionsOf(paradigms: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  return new Map([...paradigms].flatMap(([lemma, forms]) => forms.map((form) => [form, lemma] as const)))
}
