import { describe, expect, test } from 'vitest'
import { Forms } from '../../lib/inflect/index.ts'
import { Book, Lexicon, leapsIn } from '../../lib/locales/index.ts'
import { docOf, fold } from '../../lib/text/index.ts'

const doc = (text: string) => docOf({ text, pages: [], marks: [] }, { language: 'sr', abbreviations: new Set() })
/** Inflection of a toy language: every word also ends in -x. */
const inflect = (lemma: string) => new Forms([fold(lemma), `${fold(lemma)}x`])
const classes = { old: ['star', 'penzioner', 'treće doba'], club: ['klub'] }
const book = new Book(inflect, classes)

describe('a phrase', () => {
  test.each([
    ['dnevni boravak', 'Dnevnix boravakx radi', 'Dnevnix boravakx'],
    ['dom za stare', 'domx za stare', 'domx za stare'],
    ['dom za stare', 'dom zax stare', null],
    ['kuća!', 'kućax', null],
    ['mlade!/omladina', 'omladinax', 'omladinax'],
    ['mlade!/omladina', 'mladex', null],
    ['mlade/omladina!', 'omladinax', null],
    ['sigurn* kuća', 'Sigurnom kućax', 'Sigurnom kućax'],
    ['dom/centar za decu', 'centarx za decu', 'centarx za decu'],
    ['lokalna [opštinska] uprava', 'lokalna uprava', 'lokalna uprava'],
    ['lokalna [opštinska] uprava', 'lokalna opštinskax uprava', 'lokalna opštinskax uprava'],
    ['tim .. nasilja', 'tim za zaštitu nasilja', 'tim za zaštitu nasilja'],
    ['tim .. nasilja', 'tim za brzu zaštitu od nasilja', null],
    ['DPS', 'w DPS-ie', 'DPS'],
    ['DPS', 'dps', null],
    ['Senior+', 'Klub „Senior+” i klub', 'Senior+'],
    ['senior', 'Klub „Senior+”', null],
    ['međunarodni', 'medunarodni sud', 'medunarodni'],
    ['socijalno-zdravstvena', 'socijalno-zdravstvena nega', 'socijalno-zdravstvena'],
  ])('%s in “%s” finds %s', (phrase, text, found) => {
    const hits = new Lexicon([['id', [phrase]]], book).find(doc(text))
    expect(hits.map((hit) => text.slice(hit.start, hit.end))).toEqual(found === null ? [] : [found])
  })

  test.each([
    ['{club} za {old}', 'Klubx za penzionerx radi', 'Klubx za penzionerx'],
    ['{club} za {old}', 'Klub za treće dobax', 'Klub za treće dobax'],
    ['{club} za {old}', 'Klub za decu', null],
    ['klub [za] {club}/baka', 'klub bakax', 'klub bakax'],
    ['volonter & pomaž* & {old}', 'Volonterx svake srede pomažu starx', 'Volonterx svake srede pomažu starx'],
    ['volonter & pomaž* & {old}', 'Starx ljudima pomaže volonter', 'Starx ljudima pomaže volonter'],
    ['mladi volonter | student & pomaž*', 'Pomažu im studentx', 'Pomažu im studentx'],
    ['mladi volonter | student & pomaž*', 'Pomažu im mladi volonterx', 'Pomažu im mladi volonterx'],
    ['mladi volonter | student & pomaž*', 'Pomažu im volonterx', null],
    ['volonter & pomaž*', 'volonter je juče rano ujutru opet došao i pomaže', null],
    ['volonter & pomaž*', 'Došao je volonter. Pomaže svima.', null],
    ['volonter & pomaž*', 'Došao je volonter; pomaže svima.', null],
  ])('%s in “%s” finds %s', (phrase, text, found) => {
    const hits = new Lexicon([['id', [phrase]]], book).find(doc(text))
    expect(hits.map((hit) => text.slice(hit.start, hit.end))).toEqual(found === null ? [] : [found])
  })

  test.each([
    ['kuća uz podrška', 'obnova kuća, uz podrška grada', null],
    ['kuća uz podrška', 'obnova kuća uz podrška, kaže', 'kuća uz podrška'],
    ['deca koja žive', 'deca, koja žive sama', 'deca, koja žive'],
    ['telefon pod kojim', 'telefon, pod kojim', 'telefon, pod kojim'],
    ['deca .. rade', 'deca, kažu, rade', 'deca, kažu, rade'],
    ['deca & rade', 'deca, koliko znam, rade', 'deca, koliko znam, rade'],
  ])('%s in “%s” finds %s where a comma ends phrases', (phrase, text, found) => {
    const hits = new Lexicon([['id', [phrase]]], book, { clauses: { relatives: ['koja', 'kojim'] } }).find(doc(text))
    expect(hits.map((hit) => text.slice(hit.start, hit.end))).toEqual(found === null ? [] : [found])
  })

  test.each([
    ['pomoć .. deca', 'pomoć plaćaju deca', null],
    ['pomoć .. deca', 'pomoć dobijaju deca', 'pomoć dobijaju deca'],
    ['pomoć ... deca', 'pomoć za koju plaćaju deca', 'pomoć za koju plaćaju deca'],
    ['volonter .. plaća .. deca', 'volonter rado plaća deca', 'volonter rado plaća deca'],
    ['pomoć & deca', 'pomoć plaćaju deca', 'pomoć plaćaju deca'],
  ])('%s in “%s” finds %s where a verb of other things ends phrases', (phrase, text, found) => {
    const clauses = { relatives: ['koju'], linking: ['dobijaj*'], isVerb: (form: string) => /(?:aca|aju)$/u.test(form) }
    const hits = new Lexicon([['id', [phrase]]], book, { clauses }).find(doc(text))
    expect(hits.map((hit) => text.slice(hit.start, hit.end))).toEqual(found === null ? [] : [found])
  })

  test.each([
    ['pomoć pravna', 'pomoć lekarska, pravna i socijalna', 'pomoć lekarska, pravna'],
    ['pomoć socijalna deci', 'pomoć lekarska, pravna i socijalna deci', 'pomoć lekarska, pravna i socijalna deci'],
    ['pravna pomoć', 'lekarska, pravna i socijalna pomoć', 'pravna i socijalna pomoć'],
    ['lekarska pomoć', 'lekarska, pravna i socijalna pomoć', 'lekarska, pravna i socijalna pomoć'],
    ['pravna pomoć', 'pravna pomoć', 'pravna pomoć'],
    ['pomoć pravna', 'pomoć lekarska, za pravna', null],
    ['pomoć pravna', 'pomoć lekarska. Pravna', null],
    ['pomoć pravna', 'pomoć lekarske, pravna', null],
  ])('%s in “%s” finds %s where adjectives stand in a row', (phrase, text, found) => {
    const endingOf = (form: string) => /(?:sk|n)(?<ending>[ae])$/u.exec(form)?.groups?.ending
    const reading = {
      clauses: { relatives: [] },
      leapsIn: () => leapsIn(doc(text), { endingOf, joints: new Set(['i']) }),
    }
    const hits = new Lexicon([['id', [phrase]]], book, reading).find(doc(text))
    expect(hits.map((hit) => text.slice(hit.start, hit.end))).toEqual(found === null ? [] : [found])
  })

  test.each([
    ['klub za {young}', 'No class {young}: name one of old, club'],
    ['klub [{old}]', '[{old}]: what may be missing cannot hold phrases'],
  ])('%s is no phrase: %s', (phrase, message) => {
    expect(() => new Lexicon([['id', [phrase]]], book)).toThrow(message)
  })

  test('is found alike by a book that is made of what another has read, and so is a new one', () => {
    const read = ['{club} za {old}', 'sigurn* kuća', 'DPS', 'tim .. nasilja']
    const other = new Book(inflect, classes)
    new Lexicon([['id', read]], other)
    const made = new Book(inflect, classes, JSON.parse(JSON.stringify(other)))
    const text = 'Klubx za treće dobax, sigurnom kućax, u DPS-u, tim za brzu nasilja, volonterx'
    const found = (phrases: readonly string[], own: Book) =>
      new Lexicon([['id', phrases]], own).find(doc(text)).map((hit) => text.slice(hit.start, hit.end))
    expect(found(read, made)).toEqual(['Klubx za treće dobax', 'sigurnom kućax', 'DPS', 'tim za brzu nasilja'])
    expect(found([...read, 'volonter'], made)).toEqual(found([...read, 'volonter'], book))
  })

  test('never crosses the edge of a block', () => {
    expect(new Lexicon([['id', ['dnevni boravak']]], book).find(doc('USLUGE DNEVNI\n\nboravak dece je dug.'))).toEqual(
      [],
    )
  })
})
