import { withE, withoutE } from './fleeting.ts'
import { irregular } from './irregular.ts'
import { alternate, alternation, endings, Forms, plain } from './slavic.ts'

// Folding makes ó into o, ą and ę into a and e, ł, ń, ś, ż, ź into plain letters: o/ó, ł/l, n/ń and s/ś need no rule.
/** Before the e of the dative and locative: rada/radzie, osoba/osobie. */
const SOFTENED = alternation(
  'ch>sz rz>rz cz>cz sz>sz dz>dz t>ci d>dzi s>si z>zi n>ni l>l r>rz k>c g>dz b>bi p>pi m>mi w>wi f>fi',
)
/** Before the ending of the masculine personal plural: senior/seniorzy, Polak/Polacy. */
const PERSONAL = alternation(
  'ch>si sz>si cz>czy rz>rzy dz>dzy k>cy g>dzy r>rzy t>ci d>dzi s>si z>zi n>ni l>li c>cy b>bi p>pi m>mi w>wi f>fi',
)
/** Back from the personal plural: seniorzy/seniorów, pracownicy/pracowników, asystenci/asystentów. */
const DEPERSONAL_Y = alternation('rz>r dz>g c>k')
const DEPERSONAL_I = alternation('dz>d c>t s>sz')
const FINAL = alternation('dź>dzi ć>ci ń>ni ś>si ź>zi')
/** miasto/mieście, powiat/powiecie, sąsiad/sąsiedzi: a goes to e before a soft dental. */
const ABLAUT = /ia(?=(?:st|zd|t|d|s|z|l|r|n)$)/u

const A_NOUN = endings('a y i e ę ą om ami ach -')
const O_NOUN = endings('o a u em om ami ach -')
const E_NOUN = endings('e a u em i y om ami ach -')
const UM_NOUN = endings('um a ów om ami ach')
const OF_PERSONS = endings('ów owie')
const PERSONS = endings('- ów')
const PLURAL = endings('y i ów om ami ach -')
const OBLIQUE_PLURAL = endings('ów om ami ach')
const ADJECTIVE_PLURAL = endings('ych ym ymi')
const MASCULINE = endings('a u owi em iem e y i owie ów om ami ach')
const SOFT_MASCULINE = endings('- a u owi em e om ami ach ów owie ą')
const LABIAL = endings('ia iu iem iowi i ią')
const FEMININE = endings('y i ą e om ami ach')
const T_STEM = endings('ęcia ęciu ęciem ęta ąt ętom ętami ętach')
const N_STEM = endings('enia eniu eniem ona ion ionom ionami ionach ona on onom onami onach')
const ANIN = endings('ie - om ami ach')
const HARD_ADJECTIVE = endings('y a e ego emu ym ą ej ych ymi')
const SOFT_ADJECTIVE = endings('i ia a ie iego iemu im ią ą iej ich imi iem')

const { invariable, also, never } = irregular.polish

/**
 * Folded inflected forms of a Polish lemma, itself included: `Ruda` → ruda, rudy, rudzie, …; `bezdomny` → bezdomnego,
 * bezdomni, … Forms that no Pole writes may be among them. Paradigms after Nagórko, Zarys gramatyki polskiej.
 */
export function inflectPolish(lemma: string): Forms {
  const word = lemma.normalize('NFC').toLowerCase()
  const form = plain(word)
  const forms = new Forms()
  forms.add(form)
  if (invariable.has(form)) return forms
  forms.addEach(also.get(form) ?? [])
  const stem = form.slice(0, -1)
  if (word.endsWith('a')) declineA(stem, forms)
  else if (word.endsWith('o')) declineO(stem, forms)
  else if (word.endsWith('ę')) declineNasal(stem, forms)
  else if (word.endsWith('e')) declineE(stem, forms)
  else if (word.endsWith('y')) declineY(stem, forms)
  else if (word.endsWith('i')) declineI(stem, forms)
  else if (/[^uó]$/u.test(word)) declineConsonant(word, forms)
  for (const other of never.get(form) ?? []) forms.remove(other)
  return forms
}

/** osoba, kuchnia, uchodźca; młoda, wysoka, tania. */
function declineA(stem: string, forms: Forms): void {
  forms.add(stem, A_NOUN)
  addLocative(stem, forms)
  forms.addEach(withE(stem))
  if (/(?:c|st|ut|et|it|d)$/u.test(stem)) forms.add(stem, OF_PERSONS)
  if (/(?:[uis]t|eg)$/u.test(stem)) forms.add(alternate(stem, PERSONAL), PERSONS)
  declineAdjective(stem, forms)
}

/** miasto, schronisko, koło. */
function declineO(stem: string, forms: Forms): void {
  forms.add(stem, O_NOUN)
  if (/[kg]$/u.test(stem)) forms.add(`${stem}iem`)
  else addLocative(stem, forms)
  forms.addEach(withE(stem))
}

/** mieszkanie, przedszkole; Katowice, Kielce; chronione, Zakopane, Śląskie. */
function declineE(stem: string, forms: Forms): void {
  forms.add(stem, E_NOUN)
  forms.addEach(withE(stem))
  forms.add(`${stem}ow`)
  declineAdjective(stem, forms)
}

/** niemowlę, imię. */
function declineNasal(stem: string, forms: Forms): void {
  forms.add(stem, stem.endsWith('mi') ? N_STEM : T_STEM)
}

/** bezdomny, wykluczony; Tychy, Piekary; the personal plurals seniorzy, pracownicy. */
function declineY(stem: string, forms: Forms): void {
  forms.add(stem, PLURAL)
  forms.addEach(withE(stem))
  declineAdjective(stem, forms)
  forms.add(alternate(stem, PERSONAL))
  if (stem.endsWith('on')) forms.add(`${stem.slice(0, -2)}eni`)
  forms.add(alternate(stem, DEPERSONAL_Y), OBLIQUE_PLURAL)
}

/** wysoki, tani; Suwałki, Ząbki; the personal plurals bezdomni, asystenci. */
function declineI(stem: string, forms: Forms): void {
  forms.add(stem, PLURAL)
  forms.addEach(withE(stem))
  forms.add(stem, SOFT_ADJECTIVE)
  forms.add(alternate(stem, DEPERSONAL_I), OBLIQUE_PLURAL)
  forms.add(alternate(stem, DEPERSONAL_I), ADJECTIVE_PLURAL)
  forms.add(alternate(stem, PERSONAL))
}

/** `stem` of an adjective behind which a, e or y stood: k, g and soft stems (wysok-, tani-) take the endings with i. */
function declineAdjective(stem: string, forms: Forms): void {
  if (stem.endsWith('i')) forms.add(stem.slice(0, -1), SOFT_ADJECTIVE)
  else forms.add(stem, /[kg]$/u.test(stem) ? SOFT_ADJECTIVE : HARD_ADJECTIVE)
}

/** dom, senior, żłobek; Poznań, uczeń; młodzież, starość; centrum. */
function declineConsonant(word: string, forms: Forms): void {
  for (const bare of [word, ...withoutE(word)]) {
    for (const each of nasalTwins(bare)) {
      const soft = alternate(each, FINAL)
      if (soft === each) declineHard(plain(each), forms)
      else forms.add(plain(soft), SOFT_MASCULINE)
    }
  }
  if (word.endsWith('um')) forms.add(plain(word).slice(0, -2), UM_NOUN)
  if (/.{3}anin$/u.test(word)) forms.add(plain(word).slice(0, -2), ANIN)
}

function declineHard(stem: string, forms: Forms): void {
  forms.add(stem, MASCULINE)
  forms.add(stem, FEMININE)
  if (/[bpmw]$/u.test(stem)) forms.add(stem, LABIAL)
  addLocative(stem, forms)
  forms.add(alternate(stem, PERSONAL))
  forms.add(alternate(stem.replace(ABLAUT, 'ie'), PERSONAL))
}

/** Dative and locative singular: osobie, mieście. */
function addLocative(stem: string, forms: Forms): void {
  for (const each of [stem, stem.replace(ABLAUT, 'ie')]) forms.add(`${alternate(each, SOFTENED)}e`)
}

/** urząd and urzęd-: ą and ę alternate before an ending. */
function nasalTwins(word: string): string[] {
  const twin = word.replace(/ą(?=[^aeiouyąęó]+$)/u, 'ę')
  return twin === word ? [word] : [word, twin]
}
