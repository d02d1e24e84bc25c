import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { extractors } from '../../lib/extract/index.ts'
import { relevanceOf } from '../../lib/kind/relevance.ts'
import { localeOf } from '../../lib/locales/index.ts'
import { refine } from '../../lib/refine/index.ts'
import { type Doc, docOf, normalize } from '../../lib/text/index.ts'
import { fitted } from '../../lib/ties/index.ts'

const Texts = z.array(
  z.strictObject({
    language: z.enum(['sr', 'pl']),
    about: z.enum(['social', 'mixed', 'other']),
    keeps: z.array(z.string()).optional(),
    text: z.string(),
  }),
)
const texts = Texts.parse(parse(readFileSync(join(import.meta.dirname, 'texts.yml'), 'utf8')))
const about = (which: string) =>
  texts.filter((text) => text.about === which).map((text) => ({ ...text, title: text.text.split('\n')[0] ?? '' }))

function locale(language: string) {
  const known = localeOf(language)
  if (!known) throw new Error(`no locale ${language}`)
  return known
}

const doc = (text: string, language: string): Doc =>
  docOf({ text: normalize(text), pages: [], marks: [] }, locale(language))

const score = (text: string, language: string) => relevanceOf(doc(text, language), locale(language)).text

/** What the engine claims of groups, services and givers. */
function claims(text: string, language: string): string[] {
  const given = { doc: doc(text, language), locale: locale(language), ties: fitted }
  const raw = extractors.flatMap((extractor) => extractor.extract(given.doc, given.locale))
  return refine(raw, given)
    .filter(({ dimension }) => ['services', 'targetGroups', 'funders'].includes(dimension))
    .map(({ value }) => String('concept' in value ? value.concept : 'name' in value ? value.name : ''))
}

describe('relevance', () => {
  it.each(about('other'))('$title: about something else, claims nothing', ({ text, language }) => {
    expect(score(text, language)).toBeLessThan(0.3)
    expect(claims(text, language)).toEqual([])
  })

  it.each(about('social'))('$title: about social policy', ({ text, language, keeps = [] }) => {
    expect(score(text, language)).toBeGreaterThan(0.3)
    expect(claims(text, language)).toEqual(expect.arrayContaining(keeps))
  })

  it.each(about('mixed'))(
    '$title: keeps what its paragraph on social policy says',
    ({ text, language, keeps = [] }) => {
      expect(claims(text, language)).toEqual(expect.arrayContaining(keeps))
    },
  )

  it('is the same in Cyrillic, in Latin and without diacritics', () => {
    const latin = `Za šezdesetoro mladih bez roditeljskog staranja obezbeđen je smeštaj u stanovima uz podršku. Stručni
      radnici centra pomažu im pri zapošljavanju, a džeparac i troškove školovanja plaća opština iz budžeta. Đacima se kupuju i knjige, a porodice u krizi dobijaju
      savetovanje, pakete hrane i jednokratnu novčanu pomoć.`
    const cyrillic = `За шездесеторо младих без родитељског старања обезбеђен је смештај у становима уз подршку. Стручни
      радници центра помажу им при запошљавању, а џепарац и трошкове школовања плаћа општина из буџета. Ђацима се купују и књиге, а породице у кризи добијају
      саветовање, пакете хране и једнократну новчану помоћ.`
    const bare = latin.replaceAll('đ', 'dj').replaceAll('Đ', 'Dj').normalize('NFD').replace(/\p{M}/gu, '')
    expect(score(cyrillic, 'sr')).toBe(score(latin, 'sr'))
    expect(score(bare, 'sr')).toBe(score(latin, 'sr'))
    expect(score(latin, 'sr')).toBeGreaterThan(0.5)
  })

  it.each(['', 'Veterani pobedili!', '1. 2. 3.', 'opština '.repeat(20_000)])('does not judge %.20s', (text) => {
    expect(score(text, 'sr')).toBe(0.5)
  })

  it('does not judge a language that has no training passages', () => {
    const [text] = about('other')
    expect(relevanceOf(doc(text?.text ?? '', 'sr'), { ...locale('sr'), language: 'xx' }).text).toBe(0.5)
  })

  it('stays a probability however long the text is', () => {
    for (const { text, language } of texts) {
      const long = score(`${text}\n`.repeat(300), language)
      expect(long).toBeGreaterThan(0)
      expect(long).toBeLessThan(1)
    }
  })

  it('does not read menus and footers', () => {
    const [article] = about('other')
    const words = normalize(article?.text ?? '')
    const menu = 'Socijalna zaštita Dnevni boravak Pomoć u kući Narodna kuhinja Korisnici usluga Jednokratna pomoć\n'
    const text = menu.repeat(8) + words
    const marks = [{ start: 0, end: menu.length * 8, kind: 'boilerplate' as const }]
    const read = docOf({ text, pages: [], marks }, locale('sr'))
    expect(relevanceOf(read, locale('sr')).text).toBe(score(words, 'sr'))
  })

  it('is outweighed by many services that are sure', () => {
    const timetable = about('other').find(({ text }) => text.startsWith('Red voznje'))?.text ?? ''
    const services =
      'Usluge: pomoc u kuci, personalna asistencija, licni pratilac deteta, narodna kuhinja, SOS telefon.'
    expect(claims(`${timetable}\n${services}`, 'sr').length).toBeGreaterThan(4)
  })
})
