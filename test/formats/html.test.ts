import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { encode } from './encode.ts'

const page = async (body: string, head = '') => {
  const source = `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`
  return (await read(new TextEncoder().encode(source))).reading
}
/** Text without what is marked as no part of the article. */
const articleOf = ({ text, marks }: Awaited<ReturnType<typeof page>>): string => {
  let article = ''
  let at = 0
  for (const { start, end } of marks.filter(({ kind }) => kind === 'boilerplate')) {
    article += text.slice(at, start)
    at = end
  }
  return article + text.slice(at)
}
const marked = ({ text, marks }: Awaited<ReturnType<typeof page>>, kind: string): string[] =>
  marks.filter((mark) => mark.kind === kind).map(({ start, end }) => text.slice(start, end))

const paragraph = '<p>Opština uvodi pomoć u kući za stara lica u sedam sela, a novac za to daje iz svog budžeta.</p>'

describe('a web page', () => {
  it('gives headings, items and rows as marks, cells with tabs between', async () => {
    const reading = await page(`<h1>Strategija</h1><h2>Usluge</h2><ul><li>dnevni <b>boravak</b></li><li>klub</li></ul>
      <table><tr><th>Mera</th><th>Rok</th></tr><tr><td><p>Prevoz</p></td><td>2024.<br>2025.</td></tr></table>`)
    expect(reading.text).toBe('Strategija\n\nUsluge\n\n• dnevni boravak\n• klub\n\nMera\tRok\nPrevoz\t2024. 2025.')
    expect(reading.title).toBe('Strategija')
    expect(marked(reading, 'title')).toEqual(['Strategija'])
    expect(marked(reading, 'heading')).toEqual(['Usluge'])
    expect(marked(reading, 'item')).toEqual(['• dnevni boravak', '• klub'])
    expect(marked(reading, 'row')).toEqual(['Mera\tRok', 'Prevoz\t2024. 2025.'])
  })

  it.each([
    [
      'a cell over rows',
      '<tr><td rowspan="2">Cilj<td>klub<td>grad<tr><td>prevoz<td>UNICEF',
      'Cilj\tklub\tgrad\n\tprevoz\tUNICEF',
    ],
    ['a cell over columns', '<tr><td colspan="2">Rok<td>Izvor<tr><td>a<td>b<td>c', 'Rok\t\tIzvor\na\tb\tc'],
    ['an empty cell', '<tr><td>a<td><td>c<tr><td><td>b<td>c', 'a\t\tc\n\tb\tc'],
    ['paragraphs in a cell', '<tr><td><p>prvi</p><p>drugi</p><td>c', 'prvi drugi\tc'],
  ])('keeps the columns of a table with %s', async (_, rows, text) => {
    expect((await page(`<table>${rows}</table>`)).text).toBe(text)
  })

  it.each([
    ['definitions', '<dl><dt>Klub<dd>za stare<dt>Prevoz<dd>za decu</dl>', 'Klub\nza stare\nPrevoz\nza decu'],
    ['lines of one paragraph', '<p>Usluge:<br>- klub<br>- prevoz</p>', 'Usluge:\n- klub\n- prevoz'],
    ['nothing hidden', '<p>klub</p><p style="DISPLAY : none">a</p><b style="visibility:hidden">b</b>', 'klub'],
    ['letters set apart', '<p>O D L U K A</p>', 'ODLUKA'],
  ])('reads %s', async (_, body, text) => {
    expect((await page(body)).text).toBe(text)
  })

  it('reads a table that only lays out the page as page parts', async () => {
    const reading = await page(`<table><tr><td><h1>Strategija</h1>${paragraph}</td><td>desno</td></tr></table>`)
    expect(marked(reading, 'row')).toEqual([])
    expect(reading.text).toMatch(/^Strategija\n\nOpština uvodi/u)
  })

  it('shows nothing that a browser would not show', async () => {
    const reading = await page(`<h1>Vidljivo</h1><script>document.body.append('skripta')</script><style>p{}</style>
      <p hidden>skriveno</p><p style="display:none">skriveno</p><noscript>bez skripti</noscript><template>uzorak</template>
      <select><option>izbor</option></select><!-- napomena -->`)
    expect(reading.text).toBe('Vidljivo')
  })

  it('obeys the declared encoding, and the letters where it lies', async () => {
    const source = (charset: string) =>
      `<html><head><meta charset="${charset}"></head><body><p>Łódź, Świętochłowice, źródła</p></body></html>`
    for (const [declared, written] of [
      ['iso-8859-2', 'iso-8859-2'],
      ['windows-1250', 'windows-1250'],
      ['utf-8', 'windows-1250'],
      ['iso-8859-2', 'utf-8'],
    ] as const)
      expect((await read(encode(source(declared), written))).reading.text).toBe('Łódź, Świętochłowice, źródła')
  })

  it('takes its title from the heading, else from og:title, else from the title', async () => {
    const title = '<title>Nova usluga u opštini Ljig | Portal</title>'
    expect((await page('<h1>Naslov</h1><p>Tekst</p>', title)).title).toBe('Naslov')
    expect((await page('<p>Tekst</p>', `${title}<meta property="og:title" content="Og naslov">`)).title).toBe(
      'Og naslov',
    )
    expect((await page('<p>Tekst</p>', title)).title).toBe('Nova usluga u opštini Ljig')
  })

  it('never puts words into the text that the page does not show', async () => {
    const head = '<title>Naslov stranice</title><meta property="article:published_time" content="2024-03-15T10:00:00Z">'
    const { text } = await page(`<h1>Vest</h1><p><time datetime="2024-03-15">petak</time></p>${paragraph}`, head)
    expect(text).not.toMatch(/2024|stranice/u)
  })

  it('keeps the date line between heading and article', async () => {
    const reading =
      await page(`<nav><a href="/">Vesti</a></nav><div><h1>Vest</h1><div class="info"><span>Objavljeno: 3. maj 2021.</span></div>
      <div>${paragraph.repeat(4)}</div></div><footer>Adresa redakcije</footer>`)
    expect(articleOf(reading)).toContain('Objavljeno: 3. maj 2021.')
    expect(articleOf(reading)).not.toMatch(/Adresa|Vesti/u)
  })
})

describe('the hard news page of the fixtures', async () => {
  const { reading } = await read(
    readFileSync(join(import.meta.dirname, '../../fixtures/rs-kikinda-news-2022/source.html')),
  )
  const article = articleOf(reading)

  it.each([
    'Kikinda: gerontodomaćice stižu',
    'Objavljeno: 8. novembar 2022.',
    'Pomoć u kući',
    'GIZ',
    '• personalna asistencija',
    'narodna kuhinja',
    '2022–2024. godinu',
  ])('keeps %j', (words) => expect(article).toContain(words))

  it.each([
    'kolačiće',
    'Naslovna',
    'Zrenjanin',
    'Subotica',
    'Novi Bečej',
    'Ada gradi',
    'autizmom',
    'Samohrane majke',
    'Ostavite komentar',
    '2031',
    '©',
  ])('does not keep %j', (words) => expect(article).not.toContain(words))
})
