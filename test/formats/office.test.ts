import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import {
  docxEntries,
  docxOf,
  odtEntries,
  odtOf,
  type Part,
  plainOf,
  rtfOf,
  rtfWith,
  wordParagraph,
} from '../support/office.ts'
import { zipOf } from '../support/zip.ts'

const strategy: readonly Part[] = [
  { is: 'title', words: 'STRATEGIJA RAZVOJA SOCIJALNE ZAŠTITE OPŠTINE POŽEGA 2021–2025' },
  { is: 'heading', words: 'Uvod' },
  {
    is: 'paragraph',
    words:
      'Opština Požega donosi strategiju za period od 2021. do 2025. godine. Strategija je rađena uz podršku Evropske unije, a polazi od potreba starih lica, dece sa smetnjama u razvoju i žrtava porodičnog nasilja u svim selima opštine.',
  },
  { is: 'heading', words: 'Usluge' },
  { is: 'paragraph', words: 'Opština će razvijati sledeće usluge:' },
  { is: 'item', words: 'pomoć u kući za stara lica' },
  { is: 'item', words: 'dnevni boravak za decu sa smetnjama u razvoju' },
  { is: 'heading', words: 'Akcioni plan' },
  {
    is: 'table',
    rows: [
      ['Mera', 'Rok', 'Nosilac', 'Izvor finansiranja'],
      ['Uspostavljanje usluge lični pratilac deteta', '2022.', 'Centar za socijalni rad', 'budžet opštine'],
      ['Otvaranje sigurne kuće za žrtve nasilja', '2024.', 'Opštinska uprava', 'UNICEF'],
    ],
  },
  { is: 'paragraph', words: 'Praćenje sprovođenja vrši Savet za socijalnu politiku jednom godišnje.' },
]

const WRITERS = { docx: docxOf, odt: odtOf, rtf: rtfOf } as const
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim())
const marked = (
  { text, marks }: { text: string; marks: readonly { kind: string; start: number; end: number }[] },
  kind: string,
) => marks.filter((mark) => mark.kind === kind).map(({ start, end }) => text.slice(start, end))
const office = async (bytes: Uint8Array) => (await read(bytes)).reading

describe('one document in every format', () => {
  it.each(['docx', 'odt', 'rtf'] as const)('has its headings, items and rows in %s', async (format) => {
    const reading = await office(WRITERS[format](strategy))
    expect(linesOf(reading.text)).toEqual(linesOf(plainOf(strategy).toString()))
    expect(marked(reading, 'title')).toEqual([reading.title])
    expect(marked(reading, 'heading')).toEqual(['Uvod', 'Usluge', 'Akcioni plan'])
    expect(marked(reading, 'item')).toHaveLength(2)
    expect(marked(reading, 'row')).toHaveLength(3)
  })
})

describe('a Word document', () => {
  const docx = (body: string, more: Parameters<typeof zipOf>[0] = []) => office(zipOf([...docxEntries(body), ...more]))

  it('has headings by the rank of a paragraph or of its style', async () => {
    const reading = await docx(
      wordParagraph('Svoj rang', '<w:outlineLvl w:val="2"/>') +
        wordParagraph('Stil', '<w:pStyle w:val="Podcilj"/>') +
        wordParagraph('Tekst', '<w:outlineLvl w:val="9"/>'),
    )
    expect(reading.marks.map(({ kind, level }) => `${kind} ${level}`)).toEqual(['heading 3', 'heading 2'])
  })

  it('takes a list without bullet or number for none', async () => {
    const silent = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    expect((await docx(wordParagraph('Tekst', silent))).text).toBe('Tekst')
  })

  it('reads a table that lays out the page as its paragraphs, and keeps the place of an empty cell', async () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`
    const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`
    const inner = table(cell(wordParagraph('a')) + cell(wordParagraph('')) + cell(wordParagraph('c')))
    const reading = await docx(table(cell(wordParagraph('Levo')) + cell(wordParagraph('Desno') + inner)))
    expect(reading.text).toBe('Levo\n\nDesno\n\na\t\tc')
  })

  it('does not read what was deleted, remarked or stands in its header', async () => {
    const deleted = '<w:p><w:r><w:t>Ostaje</w:t></w:r><w:del><w:r><w:delText> obrisano</w:delText></w:r></w:del></w:p>'
    expect((await docx(deleted, [{ name: 'word/header1.xml', content: '<w:hdr/>' }])).text).toBe('Ostaje')
  })
})

describe('a Word document as people leave it', () => {
  const text = async (body: string) => (await office(zipOf(docxEntries(body)))).text
  const run = (words: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const table = (...rows: string[][]) =>
    `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

  it.each([
    ['what was inserted', `<w:p>${run('nova ')}<w:ins w:id="1">${run('usluga')}</w:ins></w:p>`, 'nova usluga'],
    [
      'what was moved, where it went',
      `<w:p><w:moveFrom>${run('a')}</w:moveFrom>${run('b')}</w:p><w:p><w:moveTo>${run('a')}</w:moveTo></w:p>`,
      'b\n\na',
    ],
    [
      'no hidden words',
      `<w:p>${run('vidljivo')}${run(' skriveno', '<w:vanish/>')}${run(' i dalje', '<w:vanish w:val="0"/>')}</w:p>`,
      'vidljivo i dalje',
    ],
    [
      'simple fields',
      `<w:p><w:fldSimple w:instr="TITLE">${run('Strategija')}</w:fldSimple>${run(' grada')}</w:p>`,
      'Strategija grada',
    ],
    [
      'content controls around rows and cells',
      `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${wordParagraph('a')}</w:tc><w:sdt><w:sdtContent><w:tc>${wordParagraph('b')}</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`,
      'a\tb',
    ],
    [
      'text boxes',
      `<w:p>${run('pre')}<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${wordParagraph('u okviru')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
      'pre\n\nu okviru',
    ],
    ['letters set apart by hand', wordParagraph('O D L U K U   O   B U D Ž E T U'), 'ODLUKU O BUDŽETU'],
    [
      'a cell over rows in its first',
      table(
        [`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${wordParagraph('Cilj')}`, wordParagraph('a')],
        [`<w:tcPr><w:vMerge/></w:tcPr>${wordParagraph('')}`, wordParagraph('b')],
      ),
      'Cilj\ta\n\tb',
    ],
    [
      'a cell over columns in its first',
      table(
        [`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${wordParagraph('Rok')}`, wordParagraph('Izvor')],
        ['a', 'b', 'c'].map((words) => wordParagraph(words)),
      ),
      'Rok\t\tIzvor\na\tb\tc',
    ],
    [
      'a small table in a cell as its words',
      table(
        [wordParagraph('Mera'), wordParagraph('Izvor')],
        [wordParagraph('klub'), table([wordParagraph('grad'), wordParagraph('50 %')]) + wordParagraph('')],
      ),
      'Mera\tIzvor\nklub\tgrad 50 %',
    ],
  ])('reads %s', async (_, body, wanted) => {
    expect(await text(body)).toBe(wanted)
  })
})

describe('an OpenDocument text', () => {
  const odt = (body: string) => office(zipOf(odtEntries(body)))

  it('puts notes at its end and text boxes behind their paragraph', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>napomena</text:p></text:note-body></text:note>'
    const box =
      '<draw:frame><draw:text-box><text:p>u okviru</text:p></draw:text-box><svg:desc>slika</svg:desc></draw:frame>'
    expect((await odt(`<text:p>Prvi${note} pasus${box}</text:p><text:p>Drugi</text:p>`)).text).toBe(
      'Prvi pasus\n\nu okviru\n\nDrugi\n\nnapomena',
    )
  })

  it('reads nothing hidden, and what was inserted', async () => {
    const hiding = zipOf(
      odtEntries(
        '<text:p>vidi<text:hidden-text>skriveno</text:hidden-text><text:span text:style-name="T9">skriveno</text:span></text:p><text:section text:display="none"><text:p>skriveno</text:p></text:section><text:p><text:change-start/>novo<text:change-end/></text:p>',
      ).map((entry) => ({
        ...entry,
        content: String(entry.content).replace(
          '<office:automatic-styles>',
          '<office:automatic-styles><style:style style:name="T9"><style:text-properties text:display="none"/></style:style>',
        ),
      })),
    )
    expect((await office(hiding)).text).toBe('vidi\n\nnovo')
  })

  it('keeps the places of cells that are repeated', async () => {
    const cell = (words: string) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`
    const empty = '<table:table-cell table:number-columns-repeated="2"><text:p/></table:table-cell>'
    const rows = [empty + cell('c'), cell('a') + cell('b') + cell('c')]
    const table = rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')
    expect((await odt(`<table:table>${table}</table:table>`)).text).toBe('\t\tc\na\tb\tc')
  })

  it('reads blanks, tabs and line ends, and nothing that was deleted or remarked', async () => {
    const body =
      '<text:tracked-changes><text:p>obrisano</text:p></text:tracked-changes><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<office:annotation><text:p>x</text:p></office:annotation></text:p>'
    expect((await odt(body)).text).toBe('a b c\nd')
  })
})

describe('an RTF', () => {
  const rtf = async (body: string) => (await office(rtfWith(body))).text

  it.each([
    ["\\f0 \\'e8a\\'9aa", 'čaša'],
    ["\\f1 \\'ef\\'ee\\'ec\\'ee\\'f9", 'помощ'],
    ["\\u269\\'e8a{\\uc2\\u353\\'9a?a}", 'čaša'],
    ['\\uc0\\u-3913 \\uc1 a', '\uf0b7a'],
    ["{\\f2 \\'b7} a", '• a'],
    ['a\\~b\\_c\\{d\\}', 'a\u00a0b-c{d}'],
    ['\\ldblquote a\\rdblquote\\endash b', '“a”–b'],
    ['a{\\v skriveno}{\\deleted obrisano}{\\*\\nepoznato x}{\\fldinst HYPERLINK}b', 'ab'],
    ['a{\\pict 00ff}\\bin4 }}}}b', 'ab'],
    ["{\\upr{ansi}{\\*\\ud{unik\\u269\\'e8od}}} kraj", 'unikčod kraj'],
    ['{\\field{\\*\\fldinst{HYPERLINK "http://a"}}{\\fldrslt{veza}}}', 'veza'],
    ['a{\\revised novo}{\\*\\atnid x}{\\*\\annotation primedba}b\\v skriveno\\v0 c', 'anovobc'],
    ['a{\\footnote napomena}b\\par c\\par', 'ab\n\nc\n\nnapomena'],
    ['a{\\shp{\\*\\shpinst{\\shptxt okvir\\par}}{\\shprslt dvaput}}\\par b', 'okvir\n\na\n\nb'],
  ])('%s', async (body, text) => {
    expect(await rtf(body)).toBe(text)
  })

  it('decodes the bytes of a font as its table says', async () => {
    const fonts = '{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}{\\f2\\fcharset204 C;}{\\f3\\fnil\\cpg1250 D;}'
    const body = "\\f1 \\'e8\\'e6\\f2 \\'ef\\'ee\\f0 a{\\f1 \\'b3}\\f3 \\'e8"
    const file = Buffer.from(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl${fonts}}${body}\\par}`, 'latin1')
    expect((await office(file)).text).toBe('čćпоałč')
  })

  it('reads a table inside a table', async () => {
    const inner = '\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}'
    expect(
      await rtf(`\\trowd\\pard\\intbl spolja\\par ${inner}\\pard\\intbl\\cell desno\\cell\\row\\pard kraj\\par`),
    ).toBe('spolja\n\na\tb\n\ndesno\n\nkraj')
  })

  it('says that it was cut off', async () => {
    const whole = rtfOf(strategy)
    const { problems, reading } = await read(whole.subarray(0, whole.length / 2))
    expect(problems).toMatchObject([{ code: 'OFFICE_DAMAGED' }])
    expect(reading.text).toContain('Opština Požega')
  })
})
