import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { docOf } from '../../lib/text/index.ts'
import type { Part } from '../support/office.ts'
import { type Borders, printOf } from '../support/print.ts'
import { pdfFile, pdfOf } from './pdf-file.ts'

const HEAD = ['Mera', 'Aktivnost', 'Rok', 'Izvor sredstava']
const row = (i: number) => [
  `Mera ${i}. razvoj usluga`,
  'Otvaranje savetovališta za brak i porodicu u mesnim zajednicama',
  `decembar ${2020 + (i % 5)}.`,
  'budžet opštine',
]
const plan = (rows: number): readonly Part[] => [
  { is: 'title', words: 'Plan razvoja usluga' },
  { is: 'paragraph', words: 'Akcioni plan je sastavni deo strategije.' },
  { is: 'table', rows: [HEAD, ...Array.from({ length: rows }, (_, i) => row(i + 1))] },
  { is: 'paragraph', words: 'Praćenje vrši savet.' },
]
const rowsOf = (text: string) => text.split('\n').filter((line) => line.includes('\t'))

/** A page of words at places, with lines painted under them: `x y words`. */
const pageOf = (painted: string, ...words: readonly (readonly [x: number, y: number, words: string])[]) =>
  pdfOf([
    Buffer.from(`${painted} ${words.map(([x, y, said]) => `BT /F1 9 Tf ${x} ${y} Td (${said}) Tj ET`).join(' ')}`),
  ])
const textOf = async (bytes: Uint8Array) => (await read(bytes)).reading.text

describe('a ruled table of a PDF', () => {
  it.each<Borders>(['stroked', 'filled'])('is read into rows and cells where its borders are %s', async (borders) => {
    const { reading } = await read(printOf(plan(4), borders))
    expect(rowsOf(reading.text)).toEqual([HEAD, row(1), row(2), row(3), row(4)].map((cells) => cells.join('\t')))
    expect(reading.text).toMatch(/strategije\.\n\nMera\tAktivnost[\s\S]*budžet opštine\n\nPraćenje vrši savet\.$/u)
    const { blocks } = docOf(reading, { language: 'sr', abbreviations: new Set() })
    expect(blocks.filter(({ kind }) => kind === 'row').map(({ cells }) => cells.length)).toEqual([4, 4, 4, 4, 4])
  })

  it('goes on over pages, each page keeping its rows', async () => {
    const { reading } = await read(printOf(plan(40)))
    expect(reading.pages.length).toBeGreaterThan(1)
    expect(rowsOf(reading.text)).toHaveLength(41)
    for (const { start, end } of reading.pages) expect(rowsOf(reading.text.slice(start, end)).length).toBeGreaterThan(1)
  })

  const box =
    '60 600 100 40 re 160 600 100 40 re 260 600 100 40 re 60 640 100 20 re 160 640 100 20 re 260 640 100 20 re S'
  const head = [
    [65, 645, 'Mera'],
    [165, 645, 'Rok'],
    [265, 645, 'Izvor'],
  ] as const

  it('joins a row that a page break cuts', async () => {
    const page = (...said: string[]) =>
      Buffer.from(`${box} ${said.map((words, i) => `BT /F1 9 Tf ${65 + 100 * i} 625 Td (${words}) Tj ET`).join(' ')}`)
    const text = await textOf(pdfOf([page('Mera', 'osobe sa', 'budzet'), page('', 'invaliditetom', '')]))
    expect(text.trim()).toBe('Mera\tosobe sa invaliditetom\tbudzet')
    expect(rowsOf(await textOf(pdfOf([page('Mera', 'a', 'b'), page('Cilj', 'c', 'd')])))).toHaveLength(2)
  })

  it('keeps the place of an empty cell', async () => {
    expect(await textOf(pageOf(box, ...head, [65, 625, 'klub'], [265, 625, 'budzet']))).toBe(
      'Mera\tRok\tIzvor\nklub\t\tbudzet',
    )
  })

  it('gives a cell over two columns or rows once', async () => {
    const lines =
      '60 600 m 260 600 l S 60 640 m 260 640 l S 160 620 m 260 620 l S 60 600 m 60 640 l S 260 600 m 260 640 l S 160 600 m 160 640 l S 60 660 m 260 660 l S 60 640 m 60 660 l S 260 640 m 260 660 l S'
    const text = await textOf(
      pageOf(
        lines,
        [65, 646, 'Opsti cilj'],
        [65, 626, 'Mera'],
        [165, 626, 'prvo'],
        [225, 626, 'a'],
        [165, 606, 'drugo'],
      ),
    )
    expect(text).toBe('Opsti cilj\nMera\tprvo a\n\tdrugo')
  })

  it('joins the lines of a cell and the words broken over them', async () => {
    const words = [
      ...head,
      [65, 630, 'rehabili-'],
      [65, 618, 'tacija dece'],
      [165, 630, 'rok'],
      [265, 630, '2024'],
    ] as const
    expect(await textOf(pageOf(box, ...words))).toBe('Mera\tRok\tIzvor\nrehabilitacija dece\trok\t2024')
  })

  it('is found on a page that is turned', async () => {
    const said = head.map(([x, y, words]) => `BT /F1 9 Tf ${x} ${y} Td (${words}) Tj ET`).join(' ')
    const content = `0 1 -1 0 800 0 cm ${box} ${said}`
    const file = pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Page/Parent 2 0 R/Rotate 90/MediaBox[0 0 800 800]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>',
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ])
    expect(await textOf(file)).toBe('Mera\tRok\tIzvor')
  })

  it('is no frame around a text, and no drawing', async () => {
    const frame = await textOf(
      pageOf('50 500 400 200 re S', [65, 625, 'Prvi'], [265, 625, 'drugi'], [65, 605, 'a'], [265, 605, 'b']),
    )
    expect(frame).not.toContain('\t')
    const hatching = Array.from({ length: 4000 }, (_, i) => `${60 + i / 10} 600 m ${60 + i / 10} 700 l S`).join(' ')
    expect(
      await textOf(pageOf(`${hatching} ${box}`, [65, 625, 'Mera'], [265, 625, 'rok'], [65, 605, 'a'], [265, 605, 'b'])),
    ).not.toContain('\t')
  })

  it('costs a page its table only where its lines cannot be made out', async () => {
    expect(
      await textOf(
        pageOf('60 600 m l l S Q Q Q', [65, 625, 'Mera'], [265, 625, 'rok'], [65, 605, 'a'], [265, 605, 'b']),
      ),
    ).toContain('Mera')
  })
})

describe('the lines of a PDF', () => {
  it('stand apart where the page sets them apart, and its large letters are headings', async () => {
    const parts: Part[] = [
      { is: 'title', words: 'Strategija razvoja socijalnih usluga opštine Požega za period od 2021. godine' },
      { is: 'heading', words: 'Uvod' },
      { is: 'paragraph', words: 'Opština ima svoj plan. '.repeat(12).trim() },
      { is: 'paragraph', words: 'Drugi pasus.' },
    ]
    const { text, marks } = (await read(printOf(parts))).reading
    expect(
      marks.map(({ kind, level, start, end }) => [kind, level, text.slice(start, end).replaceAll('\n', ' ')]),
    ).toEqual([
      ['title', 0, parts[0]?.is === 'title' && parts[0].words],
      ['heading', 2, 'Uvod'],
    ])
    expect(text.split('\n\n')).toHaveLength(4)
  })
})
