import { comparisonOf } from './comparison.ts'
import { CONTACT, withA, withoutA } from './fleeting.ts'
import { irregular } from './irregular.ts'
import { otherReflex } from './jat.ts'
import { alternate, alternation, endings, Forms, plain } from './slavic.ts'

// Vocatives are left out: documents do not address anyone, and the forms are other words (korisniče/korisnice).
// Folding makes č and ć into c, š into s, ž into z, đ into dj: palatalised and sibilarised stems fall together.
const SOFTENED = alternation('k>c g>z h>s')
const HARDENED = alternation('c>k z>g s>h')
const INSTRUMENTAL = alternation('st>sc t>c v>vlj b>blj m>mlj p>plj l>lj n>nj')
const PLURAL_CONTACT = alternation('dc>c tc>c')

const A_NOUN = endings('a e i u om ama')
const O_NOUN = endings('o a u om ima')
const E_NOUN = endings('e a u em ima ama')
const T_STEM = endings('ta tu tom')
const N_STEM = endings('na nu nom nima')
const COLLECTIVE = endings('ad adi adima')
const OBLIQUE = endings('a u om em e i ima ovi ova ove ovima evi eva eve evima')
const MASCULINE = new Set(['', ...OBLIQUE])
const PLURAL = endings('i a e ima')
const SOFT_PLURAL = endings('i ima')
const HARD_PLURAL = endings('a e')
const I_NOUN = endings('- i ima')
const FEMININE_ADJECTIVE = endings('oj ih im ima')
const NEUTER_ADJECTIVE = endings('og oga om ome omu eg ega em emu ih im')
const ADJECTIVE = endings('i a o e u og oga om ome omu eg ega em emu oj ih im ima')
const COMPARATIVE = endings('i a e u eg ega em emu oj om ih im ima')

const { invariable, also, never } = irregular.serbian

/**
 * Folded inflected forms of a Serbian lemma in Latin script, itself included, with its ekavian or ijekavian twin:
 * `Bačka` → backa, backe, backoj, backu, …; `dete` → deteta, dece, djeci, … Forms that no Serbian writes may be among
 * them. Paradigms after Stanojčić & Popović, Gramatika srpskoga jezika.
 */
export function inflectSerbian(lemma: string): Forms {
  const word = lemma.normalize('NFC').toLowerCase()
  const forms = new Forms()
  decline(word, forms)
  const twin = otherReflex(word)
  if (twin !== word) decline(twin, forms)
  return forms
}

function decline(word: string, forms: Forms): void {
  const form = plain(word)
  forms.add(form)
  if (invariable.has(form)) return
  forms.addEach(also.get(form) ?? [])
  const stem = form.slice(0, -1)
  if (form.endsWith('a')) declineA(stem, forms)
  else if (/[aeiu]o$/u.test(form)) declineVocalised(form, forms)
  else if (form.endsWith('o')) declineO(stem, forms)
  else if (form.endsWith('e')) declineE(stem, forms)
  else if (form.endsWith('i')) declineI(stem, forms)
  else if (/[^u]$/u.test(form)) declineConsonant(word, form, forms)
  for (const degree of comparisonOf(word, form)) forms.add(degree, COMPARATIVE)
  for (const other of never.get(form) ?? []) forms.remove(other)
}

/** kuća, sudija; stara. */
function declineA(stem: string, forms: Forms): void {
  forms.add(stem, A_NOUN)
  forms.add(stem, FEMININE_ADJECTIVE)
  forms.add(`${alternate(stem, SOFTENED)}i`)
  forms.add(`${withA(stem)}a`)
}

/** selo; staro. */
function declineO(stem: string, forms: Forms): void {
  forms.add(stem, O_NOUN)
  forms.add(stem, NEUTER_ADJECTIVE)
  forms.add(`${withA(stem)}a`)
}

/** lice, vreme, siroče; sledeće; the plural jaslice. */
function declineE(stem: string, forms: Forms): void {
  forms.add(stem, E_NOUN)
  forms.add(stem, NEUTER_ADJECTIVE)
  forms.add(`${withA(stem)}a`)
  if (stem.endsWith('m')) forms.add(`${stem}e`, N_STEM)
  else if (!/[nl]j$|st$/u.test(stem)) forms.add(`${stem}e`, T_STEM)
  if (stem.endsWith('c')) forms.add(stem, COLLECTIVE)
}

/** stari, mladi; the plurals građani, Karlovci, Odžaci. */
function declineI(stem: string, forms: Forms): void {
  forms.add(stem, ADJECTIVE)
  forms.add(`${withA(stem)}a`)
  forms.add(alternate(stem, HARDENED), HARD_PLURAL)
}

/** deo, ugao, posao; oboleo, odrastao: l became o at the end of a syllable. */
function declineVocalised(form: string, forms: Forms): void {
  const stem = form.slice(0, -1)
  const bare = form.endsWith('ao') ? [`${stem}l`, alternate(`${stem.slice(0, -1)}l`, CONTACT)] : [`${stem}l`]
  for (const each of bare) {
    forms.add(each, OBLIQUE)
    forms.add(each, ADJECTIVE)
  }
  declineO(stem, forms)
}

/** korisnik, centar, pratilac; starost; indefinite star, nezaposlen. */
function declineConsonant(word: string, form: string, forms: Forms): void {
  if (/[^aeiou].*ost$/u.test(form) && form.length > 5) {
    forms.add(form, I_NOUN)
    forms.add(`${alternate(form, INSTRUMENTAL)}u`)
    return
  }
  const stems = [form, ...withoutA(word)]
  for (const stem of stems) {
    forms.add(stem, MASCULINE)
    forms.add(alternate(alternate(stem, SOFTENED), PLURAL_CONTACT), SOFT_PLURAL)
    if (mayBeAdjective(word)) forms.add(stem, ADJECTIVE)
  }
  forms.add(`${withA(form)}a`)
  if (/(?:an|ar)in$/u.test(form)) forms.add(form.slice(0, -2), PLURAL)
  declineFeminine(word, form, forms)
}

/** pomoć: pomoću; reč: rečju; ljubav: ljubavlju; oblast: oblašću. */
function declineFeminine(word: string, form: string, forms: Forms): void {
  if (/[čšž]$/u.test(word)) forms.add(`${form}ju`)
  else if (/(?:st|rt|av|ol)$/u.test(form)) forms.add(`${alternate(form, INSTRUMENTAL)}u`)
}

/** Nouns of these suffixes are never short adjectives. */
const mayBeAdjective = (word: string): boolean => !/(?:[^aeiou]..*(?:ac|ik|telj)|[čćj]|ist)$/u.test(word)
