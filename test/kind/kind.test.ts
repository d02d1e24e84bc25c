import { describe, expect, it } from 'vitest'
import type { Kind } from '../../lib/contract/index.ts'
import { kindOf, signsOf } from '../../lib/kind/index.ts'
import { localeOf } from '../../lib/locales/index.ts'
import { docOf, normalize } from '../../lib/text/index.ts'

function kind(text: string, language: string): Kind | undefined {
  const locale = localeOf(language)
  return locale && kindOf(docOf({ text: normalize(text), pages: [], marks: [] }, locale), locale, [])
}

describe('the kind of a short text', () => {
  it.each([
    'Opština Lapovo od juče deli ogrev porodicama sa troje i više dece, a prevoz plaća Crveni krst.',
    'Nova usluga u selima\n\nGerontodomaćice od ponedeljka obilaze i zaseoke iznad reke, dva puta nedeljno po dva sata.',
  ])('one sentence of news is news: %j', (text) => {
    expect(kind(text, 'sr')).toBe('news')
  })

  it('a list with a sentence below it is neither', () => {
    const names = Array.from({ length: 9 }, (_, i) => `Kuća broj ${i + 1}, stariji od osamdeset, ulica iznad pruge`)
    expect(kind(`Spisak\n\n${names.join('\n\n')}\n\nSpisak se menja svakog meseca po odluci komisije.`, 'sr')).toBe(
      'other',
    )
  })
})

describe('a decision', () => {
  it.each([
    'UCHWAŁA NR VI/41/23 RADY GMINY STARE POLE z dnia 9 marca 2023 r. w sprawie przyjęcia Programu wspierania rodziny na lata 2023–2025. Na podstawie ustawy uchwala się, co następuje. Przyjmuje się Program w brzmieniu załącznika.',
    'UCHWAŁA NR IX/77/22\nRADY POWIATU LESKIEGO\nz dnia 5 maja 2022 r.\nw sprawie uchwalenia „Programu współpracy w 2023 roku”\nNa podstawie ustawy uchwala się, co następuje:\n§1. Uchwala się Program współpracy.',
  ])('that adopts a programme is one: %j', (text) => {
    expect(kind(text, 'pl')).toBe('strategy')
  })

  it('that amends a plan is one, with the day of its own in its head', () => {
    const text =
      'Uchwała nr XV/75/08\nRady Gminy Stare Pole\nz dnia 30 czerwca 2008\n\nzmieniająca uchwałę w sprawie uchwalenia Strategii Rozwiązywania Problemów Społecznych.\n\n§ 1. W załączniku wprowadza się następujące zmiany.\n\n1. Cel strategiczny otrzymuje brzmienie: „Wsparcie rodzin”.'
    expect(kind(text, 'pl')).toBe('strategy')
  })

  it('of which news tells is news', () => {
    const text =
      'Radni przyjęli uchwałę w sprawie przyjęcia Programu wspierania rodziny. Głosowało czternastu z piętnastu radnych obecnych na sesji.'
    expect(kind(text, 'pl')).toBe('news')
  })
})

describe('a paper that is neither', () => {
  const signs = (text: string, language: string) => {
    const locale = localeOf(language)
    return locale && signsOf(docOf({ text: normalize(text), pages: [], marks: [] }, locale), locale, [])
  }

  it.each([
    ['sr', 'ZAPISNIK\n\nsa 9. sednice Skupštine opštine, održane u velikoj sali.'],
    ['sr', 'CENOVNIK USLUGA\n\nPomoć u kući 420,00 dinara po satu.'],
    ['pl', 'REGULAMIN POBYTU\nw mieszkaniu treningowym nr 1\n\n§ 1. Mieszkanie prowadzi ośrodek.'],
    ['pl', 'Protokół Nr XVIII/20\nz sesji Rady Miejskiej\n\nObrady otworzył przewodniczący.'],
  ])('says so in a line at its top (%s): %j', (language, text) => {
    expect(signs(text, language)).toMatchObject({ 'a paper at the top': 1 })
  })

  it('is not what news tells of', () => {
    expect(signs('Radni przyjęli protokół z poprzedniej sesji, a potem głosowali nad budżetem.', 'pl')).toMatchObject({
      'a paper at the top': 0,
    })
  })
})
