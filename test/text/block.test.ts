import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../lib/text/index.ts'

/** `kind: words ← words of its parents` of each block. */
const outline = (text: string): string[] => {
  const blocks = blocksOf(text)
  const words = (i: number) => text.slice(blocks[i]?.start, blocks[i]?.end).replace(/\s+/gu, ' ')
  return blocks.map(
    (b) => `${b.kind}: ${words(b.index)}${b.parents.length ? ` ← ${b.parents.map(words).join(' ← ')}` : ''}`,
  )
}

describe('blocks', () => {
  test('a list belongs to the line that introduces it and to the headings above', () => {
    expect(
      outline('PLAN ZA STARE\n\n2. Usluge\n\nPotrebno im je:\n- pomoć u kući;\n- klub.\n\nOstalo se ne menja.'),
    ).toEqual([
      'title: PLAN ZA STARE',
      'heading: 2. Usluge ← PLAN ZA STARE',
      'lead: Potrebno im je: ← 2. Usluge ← PLAN ZA STARE',
      'item: - pomoć u kući; ← Potrebno im je: ← 2. Usluge ← PLAN ZA STARE',
      'item: - klub. ← Potrebno im je: ← 2. Usluge ← PLAN ZA STARE',
      'paragraph: Ostalo se ne menja. ← 2. Usluge ← PLAN ZA STARE',
    ])
  })

  test('a paragraph of an act that ends no sentence heads what follows, up to the next', () => {
    expect(
      outline(
        'UCHWAŁA RADY\n\n§ 1. Zadania gminy\n\n1) pomoc,\n2) porady.\n\n§ 2. Uchwała wchodzi w życie.\n\nPodpisano.',
      ),
    ).toEqual([
      'title: UCHWAŁA RADY',
      'heading: § 1. Zadania gminy ← UCHWAŁA RADY',
      'item: 1) pomoc, ← § 1. Zadania gminy ← UCHWAŁA RADY',
      'item: 2) porady. ← § 1. Zadania gminy ← UCHWAŁA RADY',
      'paragraph: § 2. Uchwała wchodzi w życie. ← UCHWAŁA RADY',
      'paragraph: Podpisano. ← UCHWAŁA RADY',
    ])
  })

  test('a numbered item as high as the numbered lead ends its list', () => {
    expect(outline('II. Sredstva za porodice su za:\n– letovanje,\n– pakete.\n\nIII. Klub za decu radi.')).toEqual([
      'lead: II. Sredstva za porodice su za:',
      'item: – letovanje, ← II. Sredstva za porodice su za:',
      'item: – pakete. ← II. Sredstva za porodice su za:',
      'item: III. Klub za decu radi.',
    ])
  })

  test('a line that only leads on to a list is a lead of its own behind a sentence', () => {
    expect(outline('Roditelji male dece putuju u Niš na terapiju.\nMere:\n- prevoz;\n- igraonica.')).toEqual([
      'paragraph: Roditelji male dece putuju u Niš na terapiju.',
      'lead: Mere:',
      'item: - prevoz; ← Mere:',
      'item: - igraonica. ← Mere:',
    ])
  })

  test('a short line right above a lead is its heading, however short the lead', () => {
    const wide = 'Plan važi dve godine, a svakog proleća ga usvaja skupština.'
    expect(outline(`PLAN\n\n${wide}\n\nStarost bez samoće\nMere:\n- klub;\n\nPorodica\nMere:\n- savetovanje.`)).toEqual(
      [
        'title: PLAN',
        `paragraph: ${wide} ← PLAN`,
        'heading: Starost bez samoće ← PLAN',
        'lead: Mere: ← Starost bez samoće ← PLAN',
        'item: - klub; ← Mere: ← Starost bez samoće ← PLAN',
        'heading: Porodica ← PLAN',
        'lead: Mere: ← Porodica ← PLAN',
        'item: - savetovanje. ← Mere: ← Porodica ← PLAN',
      ],
    )
  })

  test('lines of three cells or more with slashes are rows where several stand together, and no path by itself', () => {
    const rows = ['Mera / Kome / Broj', '2.1. Dnevni centar / deca i mladi / 12', '2.2. Klub / stariji / 40 - 60']
    expect(outline(rows.join('\n'))).toEqual(rows.map((row) => `row: ${row}`))
    const cells = blocksOf(rows.join('\n'))[1]?.cells ?? []
    expect(cells.map(({ start, end }) => rows.join('\n').slice(start, end))).toEqual([
      '2.1. Dnevni centar',
      'deca i mladi',
      '12',
    ])
    expect(outline(rows.join('\n\n'))).toEqual(rows.map((row) => `row: ${row}`))
    expect(outline('Naslovna / Vesti / Društvo\n\nOtvoren je klub.')[0]).not.toMatch(/^row/u)
  })

  test('lines of two cells are rows where several stand together', () => {
    const kinds = (text: string) => blocksOf(text).map(({ kind, cells }) => `${kind} ${cells.length}`)
    const rows = ['Forma | Opis', 'Klub | dwa razy w tygodniu', '1. Trening | raz w miesiącu']
    expect(kinds(rows.join('\n'))).toEqual(['row 2', 'row 2', 'row 2'])
    expect(kinds('Gmina Lubin | klub seniora\nzaprasza wszystkich chętnych')).toEqual(['paragraph 0'])
  })

  test('a full line that closes a sentence ends no paragraph where blank lines do', () => {
    const wrapped = [
      'Pomoć u kući pruža se od 2012. godine u svim selima. Dnevni',
      'boravak za decu radi pet dana nedeljno u zgradi stare škole.',
      'Uslugu lični pratilac koristi devetoro đaka.',
    ].join('\n')
    expect(outline(`${wrapped}\n\nPlan važi pet godina.\n\nDrugi pasus.`)).toEqual([
      `paragraph: ${wrapped.replaceAll('\n', ' ')}`,
      'paragraph: Plan važi pet godina.',
      'paragraph: Drugi pasus.',
    ])
    expect(outline(`${wrapped}\nPlan važi pet godina.\nDrugi pasus.`)).toHaveLength(4)
  })

  test('measures under a goal are items, the goal is their heading', () => {
    expect(
      outline(
        'Ciljevi strategije\n\nCilj 1. Stariji žive kod kuće\nMera 1.1. Pomoć u kući\nMera 1.2. Klub za starije\nCilj 2. Mladi\nMera 2.1. Savetovalište',
      ),
    ).toEqual([
      'title: Ciljevi strategije',
      'heading: Cilj 1. Stariji žive kod kuće ← Ciljevi strategije',
      'item: Mera 1.1. Pomoć u kući ← Cilj 1. Stariji žive kod kuće ← Ciljevi strategije',
      'item: Mera 1.2. Klub za starije ← Cilj 1. Stariji žive kod kuće ← Ciljevi strategije',
      'heading: Cilj 2. Mladi ← Ciljevi strategije',
      'item: Mera 2.1. Savetovalište ← Cilj 2. Mladi ← Ciljevi strategije',
    ])
  })

  test('wrapped lines are one paragraph, a hyphenated word included', () => {
    const text =
      'Gmina planuje w najbliższych latach rozwój usług opie-\nkuńczych oraz wsparcie rodzin, które mają trudności w\nopiece i wychowaniu.\nDrugi akapit zaczyna się tutaj i też jest dość długi, prawda.'
    expect(outline(text)).toHaveLength(2)
  })

  test('rows know their cells, separated by tabs or bars', () => {
    const text = 'Mera\tRok\tIzvor\nPomoć u kući\t2023.\tbudžet\n\nA | B | C'
    expect(blocksOf(text).map((b) => b.cells.map((c) => text.slice(c.start, c.end)))).toEqual([
      ['Mera', 'Rok', 'Izvor'],
      ['Pomoć u kući', '2023.', 'budžet'],
      ['A', 'B', 'C'],
    ])
  })

  test.each(['28.02.2020.', '3. Maj 2021', '16. decembar 2020.', '75', 'Novi Sad, 3. maj 2021.'])(
    '%s heads nothing',
    (line) => {
      expect(blocksOf(`NASLOV TEKSTA\n\n${line}\n\nPrvi pasus članka je malo duži od datuma.`)[1]?.kind).toBe(
        'paragraph',
      )
    },
  )

  test.each([
    'Otvaramo klub za starije!\n\nVrata su otvorena od ponedeljka, a prvih deset članova već čeka.',
    'Predsednik opštine i ministarka potpisali ugovor o pomoći u kući za sto dvadeset staračkih domaćinstava u udaljenim selima, vredan dva miliona\nRadio Gornji kraj 3. 5. 2021.\nUgovor važi godinu dana, a gerontodomaćice će starije obilaziti dva puta nedeljno, donositi im lekove i namirnice, čistiti kuću i voditi ih kod lekara kad god zatreba, i to bez naplate, rečeno je juče.',
    'Otvoren klub u Donjem kraju\nRadio Gornji kraj 03.05.2021. | Ana Anić\nKlub radi svakog dana.',
  ])('the first line above a byline or alone is the headline: %j', (text) => {
    expect(blocksOf(text)[0]?.kind).toBe('title')
  })

  test.each([
    'Klub radi. Dođite!\n\nVrata su otvorena od ponedeljka, a prvih deset članova već čeka.',
    'Otvoren je klub.\nRadio Gornji kraj 03.05.2021.\nKlub radi svakog dana.',
    'Klub radi svakog dana, osim nedelje,\nod 2019. godine u staroj školi.',
  ])('a sentence is no headline: %j', (text) => {
    expect(blocksOf(text)[0]?.kind).toBe('paragraph')
  })

  test('what a reader marked keeps its kind', () => {
    const text = 'Meni\nVesti\nClanak o necemu.'
    const marks = [{ start: 0, end: 10, kind: 'boilerplate' as const }]
    expect(blocksOf(text, marks).map((b) => b.kind)).toEqual(['boilerplate', 'paragraph'])
  })
})
