import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'

const SERBIAN =
  'Opština Čačak ove godine finansira pomoć u kući za četrdeset starih lica, a Đorđe Žikić kaže da će ih biti više. Dečji dodatak primaju porodice čija deca idu u školu.'
const POLISH =
  'Miejski Ośrodek Pomocy Społecznej zapewnia usługi opiekuńcze. Stopa bezrobocia wyniosła trzy procent, a najczęstszą przyczyną przyznania świadczeń było ubóstwo.'
const CYRILLIC = 'Општина Ниш финансира помоћ у кући за стара лица и дневни боравак за децу са сметњама у развоју.'

const YUSCII = Object.entries({ Ž: '@', Š: '[', Đ: '\\', Ć: ']', Č: '^', ž: '`', š: '{', đ: '|', ć: '}', č: '~' })
const inYuscii = (text: string): string => YUSCII.reduce((done, [letter, sign]) => done.replaceAll(letter, sign), text)

/** Words with "ż" and "Ż" at the beginning, inside and among capitals, and with an "ś" that stays. */
const LOWERED =
  'KĄCIK DLA MŁODZIEŻY. Żłobek i żywność: środki na każdą świetlicę daje gmina, także tym, którzy nadużywają alkoholu. Życie wśród bliskich, leżąca osoba ma opiekę.'
const inLowFont = (text: string): string => text.replaceAll('ż', 'Ŝ').replaceAll('Ż', 'ś')

/** A text written in one encoding and read as windows-1252. */
function misread(text: string, encoding: string): string {
  const bytes = Array.from({ length: 256 }, (_, i) => i)
  const letters = [...new TextDecoder(encoding).decode(Uint8Array.from(bytes))]
  const wrong = [...new TextDecoder('windows-1252').decode(Uint8Array.from(bytes))]
  return [...text].map((letter) => wrong[letters.indexOf(letter)] ?? letter).join('')
}

const textOf = async (text: string) => {
  const { reading, problems } = await read(new TextEncoder().encode(text))
  return { text: reading.text, codes: problems.map(({ code }) => code) }
}

describe('letters that an old code took', () => {
  it.each([
    ['YUSCII', inYuscii(SERBIAN), SERBIAN],
    ['windows-1250 read as windows-1252', misread(SERBIAN, 'windows-1250'), SERBIAN],
    ['windows-1250 read as windows-1252', misread(POLISH, 'windows-1250'), POLISH],
    ['iso-8859-2 read as windows-1252', misread(POLISH, 'iso-8859-2'), POLISH],
    ['fonts of old Polish PDFs', inLowFont(LOWERED), LOWERED],
    ['windows-1251 read as windows-1252', misread(CYRILLIC, 'windows-1251'), CYRILLIC],
  ])('are given back: %s', async (_, broken, whole) => {
    expect(broken).not.toBe(whole)
    expect(await textOf(broken)).toEqual({ text: whole, codes: ['TEXT_REPAIRED'] })
  })
})

describe('a text with nothing wrong', () => {
  it.each([
    SERBIAN,
    POLISH,
    CYRILLIC,
    'Fußgänger müssen die Straße überqueren; die Gemeinde prüft das für ältere Bürgerinnen und Bürger.',
    'Pišite na socijalna@opstina.rs ili {at} domen; [1] fusnota, [vidi prilog], a|b i ~5 korisnika u naselju.',
    'const ulaz = {ime: "a", broj: [1, 2]} // primer zapisa u sistemu za evidenciju korisnika usluga',
  ])('stays as it is: %s', async (text) => {
    expect(await textOf(text)).toEqual({ text, codes: [] })
  })
})
