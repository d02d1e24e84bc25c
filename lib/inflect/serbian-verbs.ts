import { irregular } from './irregular.ts'
import { otherReflex } from './jat.ts'
import { alternate, alternation, endings, plain } from './slavic.ts'
import { bare, type Conjugate, each, finiteVerbs } from './verbs.ts'

const PERSONS = endings('m š - mo te')
const ACTIVE = endings('o la lo li le')
const ACTIVE_BEHIND_A_CONSONANT = endings('la lo li le')
const FUTURE = endings('ću ćeš će ćemo ćete')
const PASSIVE = endings('- a o i e u og oga om ome oj im ih ima')
/** Before the en of the passive participle: obezbediti/obezbeđen, platiti/plaćen, pripremiti/pripremljen. */
const IOTATED = alternation('st>st zd>zd d>dj t>c l>lj n>nj p>plj b>blj m>mlj v>vlj')
/** The present from the infinitive, the first that fits; `-ti` verbs of other classes are listed. */
const PRESENT = [
  [/(?:ov|ev|iv)ati$/u, 'uje'],
  [/nuti$/u, 'ne'],
  [/ati$/u, 'a'],
  [/[ie]ti$/u, 'i'],
] as const

const verbs = irregular['serbian-verbs']

/** Finite forms and passive participle of a Serbian verb, ekavian and ijekavian: `deliti` → deli, dele, delio, dijeli, …; deljen. */
export const conjugateSerbian: Conjugate = (infinitive) => {
  const finite = new Set<string>()
  const passive = new Set<string>()
  const word = bare(infinitive)
  for (const verb of new Set([word, otherReflex(word)])) {
    const [present = presentOf(verb), masculine, feminine] = verb === word ? (verbs.listed.get(word) ?? []) : []
    const past = plain(verb).replace(/(?:ti|ci)$/u, '')
    for (const form of [...presentForms(present), ...each(past, FUTURE)]) finite.add(form)
    for (const form of activeForms(past, masculine, feminine)) finite.add(form)
    for (const form of passiveForms(verb)) passive.add(form)
  }
  return { finite, passive }
}

/** Is a folded form one in which a Serbian verb says that somebody does something: `pruzaju`, `organizovala`? */
export const isSerbianVerb = finiteVerbs(verbs, conjugateSerbian)

function presentOf(verb: string): string {
  const [pattern, ending] = PRESENT.find(([each]) => each.test(verb)) ?? [/ti$/u, '']
  return verb.replace(pattern, ending)
}

/** All persons from the third: pruža/pružaju, nudi/nude, pomogne/pomognu; može is listed with its plural as it goes. */
function presentForms(third: string): string[] {
  const form = plain(third)
  const stem = form.slice(0, -1)
  const plural = form.endsWith('a') ? `${form}ju` : form.endsWith('i') ? `${stem}e` : `${stem}u`
  return [...each(form, PERSONS), plural]
}

function activeForms(past: string, masculine?: string, feminine?: string): string[] {
  if (!masculine || !feminine) return each(past, ACTIVE)
  return [masculine, ...each(feminine.slice(0, -2), ACTIVE_BEHIND_A_CONSONANT)].map(plain)
}

function passiveForms(verb: string): string[] {
  const past = plain(verb).replace(/(?:ti|ci)$/u, '')
  if (/nuti$/u.test(verb)) return each(`${past}t`, PASSIVE)
  if (/ati$/u.test(verb)) return each(`${past}n`, PASSIVE)
  if (/[ie]ti$/u.test(verb)) return each(`${alternate(past.slice(0, -1), IOTATED)}en`, PASSIVE)
  return []
}
