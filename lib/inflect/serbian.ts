import { irregular } from './irregular.ts'
import { alternate, alternation, endings, Forms, plain } from './slavic.ts'

// Folding makes č and ć into c, š into s, ž into z, đ into dj: palatalised and sibilarised stems fall together.
const SOFTENED = alternation('k>c g>z h>s')
const HARDENED = alternation('c>k z>g s>h')
const INSTRUMENTAL = alternation('st>sc t>c v>vlj b>blj m>mlj p>plj l>lj n>nj')
/** Assimilation of voice and loss of a stop where a fleeting a goes: Šabac/Šapca, otac/oca, bolestan/bolesna. */
const CONTACT = alternation('bc>pc bk>pk dc>c tc>c dk>tk gk>k zk>sk zc>sc stn>sn zdn>zn stl>sl')
const PLURAL_CONTACT = alternation('dc>c tc>c')

const A_NOUN = endings('a e i u o om ama')
const O_NOUN = endings('o a u om ima')
const E_NOUN = endings('e a u em ima ama')
const T_STEM = endings('ta tu tom')
const N_STEM = endings('na nu nom nima')
const COLLECTIVE = endings('ad adi adima')
const MASCULINE = endings('- a u om em e i ima ovi ova ove ovima evi eva eve evima')
const PLURAL = endings('i a e ima')
const I_NOUN = endings('- i ima')
const FEMININE_ADJECTIVE = endings('oj ih im ima')
const NEUTER_ADJECTIVE = endings('og oga om ome omu eg ega em emu ih im')
const ADJECTIVE = endings('i a o e u og oga om ome omu eg ega em emu oj ih im ima')
const COMPARATIVE = endings('i a e u eg ega em emu oj om ih im ima')

const { also, never, comparatives, jat } = irregular.serbian
const EKAVIAN = new RegExp(
  Object.keys(jat)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'u',
)

/**
 * Folded inflected forms of a Serbian lemma in Latin script, itself included, with its ekavian or ijekavian twin:
 * `Bačka` → backa, backe, backoj, backu, …; `dete` → deteta, dece, djeci, … Forms that no Serbian writes may be among
 * them. Paradigms after Stanojčić & Popović, Gramatika srpskoga jezika.
 */
export function inflectSerbian(lemma: string): ReadonlySet<string> {
  const word = lemma.normalize('NFC').toLowerCase()
  const forms = new Forms()
  decline(word, forms)
  const twin = otherReflex(word)
  if (twin !== word) decline(twin, forms)
  return forms.all
}

/** `smeštaj` ⇄ `smještaj`. Listed stems become ijekavian; ije and je behind a consonant become e. */
function otherReflex(word: string): string {
  const ekavian = word
    .replace(/(?<=[bcčćdfghkmnprsštvzžl])ije(?=[bcčćdđfghklmnprsštvzž])/u, 'e')
    .replace(/(?<=[bdfmpstvz])je(?=.)/u, 'e')
    .replace(/(?<=^|ne)nje(?=g)/u, 'ne')
    .replace(/(?<=eo|ob?o)lje(?=l)/u, 'le')
  return ekavian === word ? word.replace(EKAVIAN, (stem) => jat[stem] ?? stem) : ekavian
}

function decline(word: string, forms: Forms): void {
  const form = plain(word)
  forms.all.add(form)
  for (const extra of also.get(form) ?? []) forms.all.add(extra)
  const stem = form.slice(0, -1)
  if (form.endsWith('a')) declineA(stem, forms)
  else if (/[aeiu]o$/u.test(form)) declineVocalised(form, forms)
  else if (form.endsWith('o')) declineO(stem, forms)
  else if (form.endsWith('e')) declineE(stem, forms)
  else if (form.endsWith('i')) declineI(stem, forms)
  else if (/[^u]$/u.test(form)) declineConsonant(word, form, forms)
  compare(word, form, forms)
  for (const other of never.get(form) ?? []) forms.all.delete(other)
}

/** kuća, sudija; stara. */
function declineA(stem: string, forms: Forms): void {
  forms.add(stem, A_NOUN)
  forms.add(stem, FEMININE_ADJECTIVE)
  forms.add(alternate(stem, SOFTENED), ['i'])
  forms.add(withFleeting(stem), ['a'])
}

/** selo; staro. */
function declineO(stem: string, forms: Forms): void {
  forms.add(stem, O_NOUN)
  forms.add(stem, NEUTER_ADJECTIVE)
  forms.add(withFleeting(stem), ['a'])
}

/** lice, vreme, dete; sledeće; the plural Kokorevce. */
function declineE(stem: string, forms: Forms): void {
  forms.add(stem, E_NOUN)
  forms.add(stem, NEUTER_ADJECTIVE)
  forms.add(withFleeting(stem), ['a'])
  if (stem.endsWith('m')) forms.add(`${stem}e`, N_STEM)
  else if (!/[nl]j$|st$/u.test(stem)) forms.add(`${stem}e`, T_STEM)
  if (stem.endsWith('c')) forms.add(stem, COLLECTIVE)
}

/** stari, mladi; the plurals građani, Karlovci, Odžaci. */
function declineI(stem: string, forms: Forms): void {
  forms.add(stem, ADJECTIVE)
  forms.add(withFleeting(stem), ['a'])
  forms.add(alternate(stem, HARDENED), ['a', 'e'])
  if (stem.endsWith('ij')) forms.add(`naj${stem}`, COMPARATIVE)
}

/** deo, ugao, posao; oboleo, odrastao: l became o at the end of a syllable. */
function declineVocalised(form: string, forms: Forms): void {
  const stem = form.slice(0, -1)
  const bare = form.endsWith('ao') ? [`${stem}l`, alternate(`${stem.slice(0, -1)}l`, CONTACT)] : [`${stem}l`]
  for (const each of bare) {
    forms.add(each, MASCULINE.slice(1))
    forms.add(each, ADJECTIVE)
  }
  declineO(stem, forms)
}

/** korisnik, centar, pratilac; starost; indefinite star, nezaposlen. */
function declineConsonant(word: string, form: string, forms: Forms): void {
  if (/[^aeiou].*ost$/u.test(form) && form.length > 5) {
    forms.add(form, I_NOUN)
    forms.add(alternate(form, INSTRUMENTAL), ['u'])
    return
  }
  const stems = [form, ...fleetingless(word)]
  for (const stem of stems) {
    forms.add(stem, MASCULINE)
    const soft = alternate(stem, SOFTENED)
    forms.add(alternate(soft, PLURAL_CONTACT), ['i', 'ima'])
    forms.add(soft, ['e'])
    if (mayBeAdjective(word)) forms.add(stem, ADJECTIVE)
  }
  forms.add(withFleeting(form), ['a'])
  if (/(?:an|ar)in$/u.test(form)) forms.add(form.slice(0, -2), PLURAL)
  declineFeminine(word, form, forms)
}

/** pomoć: pomoću; reč: rečju; ljubav: ljubavlju; oblast: oblašću. */
function declineFeminine(word: string, form: string, forms: Forms): void {
  if (/[čšž]$/u.test(word)) forms.add(form, ['ju'])
  else if (/(?:st|rt|av|ol)$/u.test(form)) forms.add(alternate(form, INSTRUMENTAL), ['u'])
}

/** Comparative and superlative of a masculine adjective: star → stariji, najstariji; mlad → mlađi. */
function compare(word: string, form: string, forms: Forms): void {
  const positive = form.replace(/i$/u, '')
  const listed = comparatives.get(form) ?? comparatives.get(positive) ?? []
  const regular = /[^aeiou](?:i|an|av|it|at|)$/u.test(form) && !/(?:sk|ck|zk|ij|lj|nj|st)i?$|.{7}t$/u.test(form)
  const base = fleetingless(word)[0] ?? positive
  const stems = [...listed.map((each) => each.slice(0, -1)), ...(regular ? [`${base}ij`] : [])]
  for (const stem of stems) {
    forms.add(stem, COMPARATIVE)
    forms.add(`naj${stem}`, COMPARATIVE)
  }
}

/** Nouns of these suffixes are never short adjectives. */
const mayBeAdjective = (word: string): boolean => !/(?:[^aeiou]..*(?:ac|ik|telj)|[čćj]|ist)$/u.test(word)

/** The stem with the a that goes between its last two consonants in the genitive plural: `žrtv` → `žrtav`. */
function withFleeting(stem: string): string {
  const cluster = /[^aeiou](?<!(?:st|sc|zd|[ln]j|dj|dz)$)(?=[^aeiou]$)/u.exec(stem)
  if (!cluster || /(?:st|sc|zd|[ln]j|dj|dz)$/u.test(stem)) return stem
  return `${stem.slice(0, -1)}a${stem.slice(-1)}`
}

/** The stems of a word whose last a goes before an ending: dodatak → dodatk, Šabac → šapc, Ražanj → ražnj, pratilac → pratioc. */
function fleetingless(word: string): string[] {
  const parts = /^(.*(?:[aeiou].*|[^aeiou]r)[^aeiou])a([nl]j|[ckrntlmvs])$/u.exec(word)
  if (!parts) return []
  const bare = alternate(plain(`${parts[1]}${parts[2]}`), CONTACT)
  const vocal = /[aeiou]lc$/u.test(bare) ? [`${bare.slice(0, -2)}oc`] : []
  return [...vocal, bare]
}
