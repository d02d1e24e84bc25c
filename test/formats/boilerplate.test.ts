import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markBoilerplate } from '../../lib/formats/boilerplate.ts'
import type { Mark } from '../../lib/text/index.ts'

const SILENT = new Set(['boilerplate', 'header', 'footer'])
const prose =
  'Opština je prošle nedelje otvorila dnevni boravak za decu sa smetnjama u razvoju, u zgradi stare škole, gde će dvadesetoro dece boraviti svakog radnog dana.'

/** Lines of a text that are marked as no part of the document. */
function silentLines(text: string, marks: readonly Mark[] = []): string[] {
  const found = markBoilerplate({ text, marks, pages: [] }).marks.filter(({ kind }) => SILENT.has(kind))
  return found.flatMap(({ start, end }) => text.slice(start, end).split('\n')).filter((line) => line.trim())
}

describe('markBoilerplate', () => {
  it('marks what two lines of the page enclose behind the text', () => {
    const between = [
      '« poprzedni artykuł   następny artykuł »',
      'Czy wiesz, że…? Od maja wzrośnie zasiłek.',
      'Licznik odwiedzin: 84',
    ]
    expect(silentLines(`${prose}\n\n${between.join('\n')}`)).toEqual(between)
    expect(silentLines(`${prose}\n\nDrukuj\n\nOd maja wzrośnie zasiłek.\n\nLicznik odwiedzin: 84`)).not.toContain(
      'Od maja wzrośnie zasiłek.',
    )
  })

  it.each([
    'NASLOVNA | VESTI | SPORT | KONTAKT',
    'Почетна   Вести   Друштво   Контакт',
    '[ Bor ] [ Negotin ] [ Kladovo ] [ Region ] [ Sport ]',
    'Ne propustite: Bor – novi klub | Zatvoren put',
    'Strona główna » Aktualności » Pomoc społeczna',
    'Početna / Vesti / Društvo',
    'Podelite vest:  Facebook  Viber',
    'Udostępnij   Tweetnij',
    'Drukuj | Poleć znajomemu',
    'Ovaj sajt koristi kolačiće kako bi radio bolje.',
    'Serwis wykorzystuje pliki cookies.',
    '© 2021 Gradski portal',
    'Wszelkie prawa zastrzeżone.',
    'Następny wpis: Nowy plac zabaw',
    'Tagovi: opština, deca',
    'LEAVE A REPLY',
    'Izvor: Radio Donji kraj',
    'Ułatwienia dostępu',
    '◄ Prethodna vest: Otvoren klub za mlade',
    '→ Następny wpis: Nowy żłobek',
    '← Dzień seniora w Ełku        Zmiana numeru konta →',
    '« Izložba u domu kulture (3. maja 2021.)',
    'Radovi na putu za Deliblato »',
    'Najčitanije danas: Dom za stare dobija krov • Cena kukuruza',
    'Slični projekti Karitasa: narodna kuhinja u Baču',
    '<< Jarmark świąteczny        Warsztaty dla seniorów >>',
    'Warsztaty dla seniorów >>',
    'ZOBACZ: Koncert chóru | Bezpłatne badania słuchu',
    'Odnośniki: Harmonogram wywozu odpadów, Klub seniora',
    'A  A+  A++   Wysoki kontrast   Tłumacz PJM',
    'BIP | ePUAP | Kontrast | PL EN UA',
    'Deklaracja dostępności   ETR   Język migowy',
    'Ћирилица   Latinica   English',
    'Štampa   E-mail   PDF',
    'Podziel się: f  x  yt',
    'O nama :: Projekti :: Usluge :: Galerija :: Kontakt',
    'Srodni tekstovi: Klub za stare u Vrbasu • Narodna kuhinja u Bačkoj Topoli',
    'Pozostałe wiadomości: Nowy żłobek | Paczki dla ubogich',
    'Licznik odwiedzin: 20 417',
    'Ocenite ovu vest',
  ])('marks %j before and behind an article', (line) => {
    expect(silentLines(`${line}\n\nNaslov\n\n${prose}`)).toEqual([line])
    expect(silentLines(`Naslov\n\n${prose}\n\n${line}`)).toEqual([line])
  })

  it.each([
    'Strategija razvoja socijalne zaštite opštine Ljig za period 2020–2024. godine',
    '16. decembar 2020. | tekst i foto: naš dopisnik',
    'Objavljeno: 29.03.2016.   Pregleda: 418',
    'Data publikacji: 06.11.2020 - 16:02',
    'petak 05.03.2021. 14:22',
    'Prethodno stanje usluga u opštini',
    'Traži se: personalni asistent',
    'Podeljeni ugovori za otkup kuća',
    'Źródło finansowania | budżet gminy | 2021 | OPS',
    'Mera\tRok\tNosilac\tIzvor',
    'Pomoć u kući • dnevni boravak • klub za stare',
    'V. KONTAKT',
    '1,40 zł / 0,90 zł / 0,80 zł',
    'Komentar na Zakon o socijalnoj zaštiti',
    '2021',
  ])('keeps %j', (line) => {
    expect(silentLines(`${line}\n\n${prose}\n\n${line}\n\n${prose}`)).toEqual([])
  })

  it('keeps a source that stands inside a text', () => {
    expect(silentLines(`Naslov\n\n${prose}\n\nIzvor: budžet opštine\n\n${prose}`)).toEqual([])
  })

  it('marks a row of links below the text, and no row of a table', () => {
    const links = 'Radni sati uprave | Klub penzionera zove na izlet | Narodna kuhinja: jelovnik za avgust'
    expect(silentLines(`Naslov\n\n${prose}\n\n${links}`)).toEqual([links])
    expect(silentLines(`Naslov\n\n${prose}\n\nUsluga | Nosilac | Korisnici\n${links}`)).toEqual([])
    expect(silentLines(`Naslov\n\n${prose}\n\nNarodna kuhinja | Crveni krst | 2023 | budžet`)).toEqual([])
  })

  it('marks other articles below a heading that goes on, only behind the text', () => {
    const box = ['Najnovije na sajtu Opštine Žagubica', 'Novi klub za mlade', 'Letovanje penzionera']
    expect(silentLines(`Naslov\n\n${prose}\n\n${box.join('\n')}`)).toEqual(box)
    expect(silentLines(`Ostale vesti o deci\n\n${prose}`)).toEqual([])
  })

  it('marks a section of other articles up to where the article goes on', () => {
    const box = ['PROČITAJTE JOŠ:', '» Pančevo otvara prihvatilište', '» Ruma: novi klub penzionera']
    expect(silentLines(`Naslov\n\n${prose}\n\n${box.join('\n')}\n\nUsluge\n- pomoć u kući\n\n${prose}`)).toEqual(box)
    expect(silentLines(`Naslov\n\n${prose}\n\n${box.join('\n')}\n${prose}`)).toEqual(box)
    const rubric = ['Još iz rubrike', ...box.slice(1)]
    expect(silentLines(`Naslov\n\n${prose}\n\n${rubric.join('\n')}\n\n${prose}`)).toEqual(rubric)
  })

  it('marks it to the end where nothing else follows, but not a line that dates the document', () => {
    const end = ['Czytaj także', '', 'Nowy żłobek w Kielcach', '', 'Radom: noclegownia gotowa na zimę']
    const text = `Tytuł\n\n${prose}\n\n${end.join('\n')}\n\nData publikacji: 12.05.2020\nWróć`
    expect(silentLines(text)).toEqual([...end.filter(Boolean), 'Wróć'])
  })

  it("marks a blog's archive by its months and years, with the titles below", () => {
    const end = ['Arhiva bloga', '► april (4)', '▼ mart (2)', 'Dom za stare u Rumi', '► 2012 (34)']
    expect(silentLines(`Naslov\n\n${prose}\n\n${end.join('\n')}`)).toEqual(end)
    expect(silentLines(`Naslov\n\n${prose}\n\n${end.slice(2).join('\n')}`)).toEqual(end.slice(2))
  })

  it('marks a section of other calls of the region', () => {
    const end = ['Inne nabory w tym powiecie', '', 'Kielce: wypoczynek dzieci', '', 'Radom: noclegownia']
    expect(silentLines(`Tytuł\n\n${prose}\n\n${end.join('\n')}`)).toEqual(end.filter(Boolean))
  })

  it('marks what readers write, and believes the word "comments" only behind the article', () => {
    const comments = ['Komentarze (2)', 'Anna: a w Łodzi jest hospicjum', 'Dodaj komentarz']
    expect(silentLines(`Tytuł\n\n${prose}\n\n${comments.join('\n')}`)).toEqual(comments)
    expect(silentLines(`Komentari\n\n${prose}\n\n${prose}`)).toEqual([])
  })

  it('marks a path above the text that begins with a part of the page', () => {
    const paths = ['Vesti / Bačka Topola', 'Aktualności > Sprawy społeczne', 'Dla rodziny / Programy / Dla seniora']
    for (const path of paths) expect(silentLines(`${path}\n\nNaslov\n\n${prose}`)).toEqual([path])
    expect(silentLines(`Usluga / pomoć\n\nNaslov\n\n${prose}`)).toEqual([])
  })

  it('marks rows of a page as long as lines of a paragraph', () => {
    const rows = [
      'Deklaracja dostępności | BIP | ePUAP | Wysoki kontrast | Tłumacz PJM | Mapa strony',
      'Miasto Sanok  ›  Dla mieszkańca  ›  Rodzina i opieka  ›  Żłobki i kluby dziecięce',
      'Aktualności · Karta Seniora · Rada Seniorów · Strefa Płatnego Parkowania · Żłobki',
    ]
    expect(silentLines(`${rows.join('\n')}\n\nTytuł\n\n${prose}`)).toEqual(rows)
  })

  it('marks the name and motto of a newspaper over its menu, and no name of an office', () => {
    const menu = 'Naslovna | Vesti | Sport | Kontakt'
    for (const name of ['RTV Mlava', 'Glas Podunavlja – nedeljnik za sve', 'Życie Powiatu – tygodnik lokalny'])
      expect(silentLines(`${name}\n${menu}\n\nNaslov\n\n${prose}`)).toEqual([name, menu])
    expect(silentLines(`Radio Mlava\nSluša vas ceo grad\n${menu}\n\nNaslov\n\n${prose}`)).toHaveLength(3)
    for (const name of [
      'Opština Žagubica – zvanični portal',
      'Dom za stare Negotin',
      'Udruženje „Portal mladih“',
      'Radio Mlava – Petrovac',
    ])
      expect(silentLines(`${name}\n${menu}\n\nNaslov\n\n${prose}`)).toEqual([menu])
    expect(silentLines(`Radio klub za mlade otvoren\n\n${prose}`)).toEqual([])
  })

  it('marks an advertisement directly below its label, and no title or sentence', () => {
    const beside = 'Klub Malucha – ostatnie miejsca!   REKLAMA   Okna na raty'
    expect(silentLines(`${beside}\n\nNowy klub seniora w Ełku\n\n${prose}`)).toEqual([beside])
    const ad = ['REKLAMA', 'Dom seniora „Jesień” – wolne pokoje!']
    expect(silentLines(`${ad.join('\n')}\n\nNowy klub w Ełku\n\n${prose}`)).toEqual(ad)
    expect(silentLines(`Tytuł\n\n${prose}\n\n${ad.join('\n')}\n\n${prose}`)).toEqual(ad)
    expect(silentLines(`REKLAMA\nNowy klub seniora w Ełku\n\n12.05.2020\n\n${prose}`)).toEqual(['REKLAMA'])
    expect(silentLines(`${prose}\n\nREKLAMA\nKlub otwarto w maju.\n\n${prose}`)).toEqual(['REKLAMA'])
    expect(silentLines(`${prose}\n\nREKLAMA\n\nKlub Seniora\n\n${prose}`)).toEqual(['REKLAMA'])
  })

  it('marks a menu that stands item below item, and no list of the article', () => {
    const menu = ['POČETNA', 'O NAMA', 'USLUGE', '   Pomoć u kući', '   Smeštaj u ustanovu', 'KONTAKT']
    expect(silentLines(`${menu.join('\n')}\n\nNaslov\n\n${prose}`)).toEqual(menu)
    expect(silentLines(`Naslov\n\n${prose}\n\n${menu.join('\n')}`)).toEqual(menu)
    expect(silentLines(`${prose}\n\n${menu.join('\n')}\n\n${prose}`)).toEqual([])
    expect(silentLines(`Naslov\n\n${prose}\n\nEdukacja\nZdravlje\nKultura\nPomoć u kući`)).toEqual([])
    const framed = ['Aktualności', 'Stypendia', 'Dodatki mieszkaniowe', 'Klub Seniora', 'Statut', 'Kontakt']
    expect(silentLines(`${framed.join('\n')}\n\nTytuł\n\n${prose}`)).toEqual(framed)
    expect(silentLines(`${framed.slice(1, 5).join('\n')}\n\nTytuł\n\n${prose}`)).toEqual([])
    const named = [
      'MENU PRZEDMIOTOWE',
      'Statut',
      'Programy',
      'Rehabilitacja zawodowa i społeczna osób niepełnosprawnych',
      'RODO',
    ]
    expect(silentLines(`${named.join('\n')}\n\nTytuł\n\n${prose}`)).toEqual(named)
  })

  it('marks a menu with long items that is known by both its ends', () => {
    const items = 'Piecza zastępcza | Osoby starsze: dzienny dom, teleopieka, transport do lekarza'
    const menu = `Aktualności | ${items} | Kontakt`
    expect(silentLines(`${menu}\n\nTytuł\n\n${prose}`)).toEqual([menu])
    expect(silentLines(`Zadanie | ${items} | Kontakt\n\nTytuł\n\n${prose}`)).toEqual([])
  })

  it('marks lists under headings that an article could have itself only below it', () => {
    const list = ['Aktuelno', '- Besplatan prevoz za penzionere', '- Dom za decu dobio računare']
    expect(silentLines(`Naslov\n\n${prose}\n\n${list.join('\n')}`)).toEqual(list)
    const top = ['Najave', ...list.slice(1)].join('\n')
    expect(silentLines(`${top}\n\n${prose}\n\n${prose}`)).toEqual([])
  })

  it('marks the titles of other documents, however long they are', () => {
    const title = 'Uchwała nr XX/114/2012 w sprawie gminnego programu wspierania rodziny'
    const end = ['Podobne dokumenty', title, title.replace('2012', '2015'), '© 2024 Biblioteka Polityka prywatności']
    expect(silentLines(`Tytuł\n\n${prose}\n\n${end.join('\n')}`)).toEqual(end)
  })

  it('marks blocks of titles behind a line of the page, whatever stands over them', () => {
    const end = ['Podeli: Facebook', 'IZ NAŠEG KRAJA', 'Pomoć u kući u Vrbasu', 'Obroci za beskućnike u Kuli']
    const text = `Naslov\n\n${prose}\n\n`
    expect(silentLines(text + end.join('\n'))).toEqual(end)
    expect(silentLines(`${text}${end.join('\n')}\n\nKarađorđeva 48, Rača`)).toEqual(end)
    // what goes on like an article is one: a sentence, items that begin with a small letter, a label
    for (const own of ['Usluge su besplatne.', '- pomoć u kući', 'Finansira: budžet opštine'])
      expect(silentLines(`${text}${end.join('\n')}\n${own}`)).toEqual(['Podeli: Facebook'])
    expect(silentLines(text + end.slice(1).join('\n'))).toEqual([])
  })

  it('marks pages before and behind on two lines, and on one with a gap', () => {
    const two = ['← Narodna kuhinja menja radno vreme', '→ Lični pratioci: javni poziv']
    expect(silentLines(`Naslov\n\n${prose}\n\n${two.join('\n')}`)).toEqual(two)
    const one = '« Dodatek osłonowy – wnioski    Mieszkania chronione dla wychowanków »'
    expect(silentLines(`Naslov\n\n${prose}\n\n${one}`)).toEqual([one])
  })

  it('takes columns of a table for no items of a menu', () => {
    const table = 'Opština | Projekti | Usluge\nBor | 3 | pomoć u kući'
    expect(silentLines(`Naslov\n\n${prose}\n\n${table}\n\n${prose}`)).toEqual([])
  })

  it('marks hashtags and what stands below the name of a page part, behind the text', () => {
    const end = ['# deca', '# narodna kuhinja', 'Sledeća vest', 'Sigurna kuća dobila kombi']
    expect(silentLines(`Naslov\n\n${prose}\n\n${end.join('\n')}`)).toEqual(end)
    expect(silentLines(`# Narodna kuhinja\n\n${prose}`)).toEqual([])
  })

  it('marks announcements above links to the rest, where there are several', () => {
    const teasers = ['Novo porodilište', 'Opširnije', 'Radovi na trgu', 'Opširnije']
    expect(silentLines(`${teasers.join('\n')}\n\nNaslov\n\n${prose}`)).toEqual(teasers)
    expect(silentLines(`Naslov\n\nUsluga počinje u maju.\nOpširnije\n\n${prose}`)).toEqual(['Opširnije'])
  })

  it('marks a clause about personal data with its points', () => {
    const clause = [
      'Klauzula informacyjna',
      '1. Administratorem danych osobowych jest Wójt.',
      '2. Dane osobowe dzieci są chronione.',
    ]
    expect(silentLines(`Tytuł\n\n${prose}\n\n${clause.join('\n')}`)).toEqual(clause)
  })

  it.each([
    ['страна 7 од 31', 'страна 8 од 31'],
    ['                    - 18 -', '                    - 19 -'],
    ['Strategija razvoja 2021–2025.                    14', 'Strategija razvoja 2021–2025.                    15'],
    ['LAP Ljig                 str. 3', 'LAP Ljig                 str. 4'],
    ['12', '13'],
  ])('marks the page numbers %j', (first, second) => {
    expect(silentLines(`${prose}\n\n${first}\n\n${prose}\n\n${second}\n\n${prose}`)).toEqual([first, second])
  })

  it('takes no row of a table set with blanks for a running title', () => {
    expect(silentLines(`${prose}\n\nPomoć u kući          80\nDnevni boravak        25\n\n${prose}`)).toEqual([])
  })

  it('takes no value of a list for a page number', () => {
    expect(silentLines(`${prose}\nkorisnika\n120\nu selima\n35\n${prose}`)).toEqual([])
  })

  it('lets the reader’s own marks stand where it marks nothing', () => {
    const text = `Naslov\n\n${prose}\n\nPovezane vesti\nRuma: novi klub`
    const own: Mark[] = [
      { kind: 'title', start: 0, end: 6 },
      { kind: 'heading', level: 3, start: text.indexOf('Povezane'), end: text.indexOf('\nRuma') },
    ]
    const { marks } = markBoilerplate({ text, marks: own, pages: [] })
    expect(marks.map(({ kind }) => kind)).toEqual(['title', 'boilerplate'])
  })

  it('answers disjoint marks in order for any text', () => {
    const line = fc.oneof(
      fc.constantFrom('', 'Povezane vesti', 'Komentari', 'Više', '12', prose, 'a | b | c | d | e'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n')
        const { marks } = markBoilerplate({ text, marks: [], pages: [] })
        let end = 0
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(end)
          expect(mark.end).toBeGreaterThan(mark.start)
          end = mark.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 200 },
    )
  })
})
