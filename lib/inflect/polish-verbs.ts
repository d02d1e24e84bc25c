import { irregular } from './irregular.ts'
import { alternate, alternation, endings, plain } from './slavic.ts'
import { bare, type Conjugate, each, finiteVerbs } from './verbs.ts'

const PAST = endings('ł ła ło ły łem łam')
const PAST_OF_PERSONS = endings('li liśmy')
const PASSIVE = endings('y a e ego emu ym ej ych ymi')
/** Before the ą of the third person plural and the ony of the participle: opłacić/opłacą/opłacony, prowadzić/prowadzą, zgłosić/zgłoszą, umieścić/umieszczą. */
const HARDENED = alternation('sci>szcz ci>c dzi>dz si>sz zi>z li>l')

const verbs = irregular['polish-verbs']

/** Finite forms and passive participle of a Polish verb: `prowadzić` → prowadzi, prowadzą, prowadzili, prowadzono, …; prowadzony. */
export const conjugatePolish: Conjugate = (infinitive) => {
  const word = bare(infinitive)
  const [third, plural, masculine, feminine, persons] = verbs.listed.get(word) ?? []
  const participle = participleOf(word)
  const finite = new Set([
    ...presentForms(word, third, plural),
    ...(masculine && feminine && persons ? pastOf(masculine, feminine, persons) : pastForms(word)),
    ...(participle ? [`${participle}o`] : []),
  ])
  return { finite, passive: new Set(participle ? [...each(participle, PASSIVE), personalOf(participle)] : []) }
}

/** Is a folded form one in which a Polish verb says that somebody does something: `wspieraja`, `zorganizowano`? */
export const isPolishVerb = finiteVerbs(verbs, conjugatePolish)

function presentForms(word: string, third = thirdOf(word), plural = pluralOf(third)): string[] {
  const [one, many] = [plain(third), plain(plural)]
  return [one, many, `${one}my`, one.endsWith('a') ? `${one}m` : `${many.slice(0, -1)}e`]
}

/** The third person singular: oferuje, pomaga, prowadzi, złoży, pragnie. */
function thirdOf(word: string): string {
  if (/(?:ow|yw|iw)ać$/u.test(word)) return word.replace(/..ać$/u, 'uje')
  if (/nąć$/u.test(word)) return word.replace(/nąć$/u, 'nie')
  return word.replace(/ć$/u, '').replace(/e$/u, 'i')
}

function pluralOf(third: string): string {
  const form = plain(third)
  if (form.endsWith('nie')) return `${form.slice(0, -2)}a`
  if (form.endsWith('a')) return `${form}ja`
  return `${/[ey]$/u.test(form) ? form.slice(0, -1) : alternate(form, HARDENED)}a`
}

/** pomagał, miał/mieli, pragnął/pragnęła: ą and e alternate before the endings. */
function pastForms(word: string): string[] {
  const stem = word.replace(/ć$/u, '')
  if (stem.endsWith('ą')) return [`${plain(stem)}l`, ...each(stem.replace(/ą$/u, 'ę'), [...PAST, ...PAST_OF_PERSONS])]
  return [...each(stem.replace(/e$/u, 'a'), PAST), ...each(stem, PAST_OF_PERSONS)]
}

function pastOf(masculine: string, feminine: string, persons: string): string[] {
  return [plain(masculine), ...each(feminine.slice(0, -1), ['a', 'o', 'y', 'am']), ...each(persons, ['', 'smy'])]
}

/** Stem of the passive participle: prowadzon-, wręczon-, organizowan-, objęt-. */
function participleOf(word: string): string | undefined {
  if (/nąć$/u.test(word)) return plain(word.replace(/nąć$/u, 'niet'))
  if (/jąć$|cząć$/u.test(word)) return plain(word.replace(/ąć$/u, 'et'))
  if (/ać$/u.test(word)) return plain(word.replace(/ć$/u, 'n'))
  if (/yć$/u.test(word)) return `${plain(word).slice(0, -2)}on`
  if (/ić$/u.test(word)) return `${alternate(plain(word).slice(0, -1), HARDENED)}on`
  return undefined
}

/** The personal plural: wykonani, prowadzeni, objęci. */
const personalOf = (stem: string): string =>
  stem.endsWith('on') ? `${stem.slice(0, -2)}eni` : stem.endsWith('t') ? `${stem.slice(0, -1)}ci` : `${stem}i`
