import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { compoundOf } from '../support/compound.ts'
import { docxEntries, docxOf, odtEntries, rtfWith, wordParagraph } from '../support/office.ts'
import { type ZipEntry, zipOf } from '../support/zip.ts'

const MB = 2 ** 20
const fill = (megabytes: number): Buffer => Buffer.alloc(megabytes * MB, 'a')
const docx = (body: string, head?: string): Buffer => zipOf(docxEntries(body, head))
const docxWith = (...entries: ZipEntry[]): Buffer => zipOf([...docxEntries(wordParagraph('Strategija')), ...entries])
const odt = (body: string, head?: string): Buffer => zipOf(odtEntries(body, head))
const bomb: ZipEntry = { name: 'word/media/slika.bmp', content: fill(120), isDeflated: true }

/** Entities that stand for ten of the one before: ten to the ninth words of the last. */
const laughs = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`
/** The head of a Word document with these flags. */
const word = (flags: number): Buffer =>
  Buffer.concat([Buffer.from('eca5c100000000000000', 'hex'), Buffer.from([0, flags])])
const doc = (...more: Parameters<typeof compoundOf>) => compoundOf(...more)

const HOSTILE: Record<string, readonly (readonly [string, () => Uint8Array])[]> = {
  ARCHIVE_UNSAFE: [
    ['a bomb for a text', () => zipOf([...docxEntries('').slice(0, 4), { ...bomb, name: 'word/document.xml' }])],
    ['a bomb for a picture', () => docxWith(bomb)],
    [
      'many middling parts',
      () =>
        docxWith(
          ...Array.from({ length: 13 }, (_, i) => ({ name: `word/media/${i}`, content: fill(9), isDeflated: true })),
        ),
    ],
    [
      'a text that claims to be small',
      () => zipOf([...docxEntries('').slice(0, 4), { ...bomb, name: 'word/document.xml', claimed: 5000 }]),
    ],
    [
      'a part that claims to be large',
      () => docxWith({ name: 'word/a.bin', content: 'abc', isDeflated: true, claimed: 9000 }),
    ],
    ['600,000 paragraphs', () => docx('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(600_000))],
    ['700,000 empty paragraphs', () => docx('<w:p/>'.repeat(700_000))],
    ['600,000 paragraphs of an ODT', () => odt('<text:p>aaaaaaaaaaaaaa</text:p>'.repeat(600_000))],
    [
      'elements nested without end',
      () => docx(`${'<w:sdt><w:sdtContent>'.repeat(50_000)}${'</w:sdtContent></w:sdt>'.repeat(50_000)}`),
    ],
    [
      'spans nested without end',
      () => odt(`<text:p>${'<text:span>'.repeat(50_000)}${'</text:span>'.repeat(50_000)}</text:p>`),
    ],
    ['entities that expand', () => docx('<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>', laughs)],
    ['entities that expand in an ODT', () => odt('<text:p>&a9;</text:p>', laughs)],
    ['5,001 files', () => docxWith(...Array.from({ length: 5001 }, (_, i) => ({ name: `${i}`, content: '' })))],
    ['a path above itself', () => docxWith({ name: '../../etc/passwd', content: 'a' })],
    ['a path from the root', () => docxWith({ name: '/etc/passwd', content: 'a' })],
    ['a path of Windows', () => docxWith({ name: 'word\\..\\..\\a', content: 'a' })],
    ['groups nested without end', () => rtfWith('{'.repeat(100_000))],
    ['sectors in a ring', () => doc([{ name: 'WordDocument', content: word(0) }], { 2: 3, 3: 2 })],
    ['a directory in a ring', () => doc([{ name: 'WordDocument', content: word(0) }], { 1: 1 })],
    [
      'members that hold each other',
      () =>
        doc([
          { name: 'WordDocument', content: word(0), left: 2, right: 2 },
          { name: 'b', content: word(0) },
        ]),
    ],
  ],
  OFFICE_ENCRYPTED: [
    [
      'an archive with a password',
      () => docxWith({ name: 'word/a.xml', content: 'a'.repeat(13), claimed: 1, flags: 1 }),
    ],
    [
      'an ODT with a password',
      () =>
        zipOf([
          ...odtEntries('<text:p>a</text:p>').slice(0, 2),
          { name: 'META-INF/manifest.xml', content: '<m:manifest><m:encryption-data/></m:manifest>' },
        ]),
    ],
    ['a DOCX with a password', () => doc([{ name: 'EncryptedPackage', content: fill(0) }])],
    ['a DOC with a password', () => doc([{ name: 'WordDocument', content: word(1) }])],
  ],
  OFFICE_DAMAGED: [
    ['a DOCX cut off', () => docxOf([{ is: 'paragraph', words: 'Strategija razvoja' }]).subarray(0, -60)],
    ['a DOCX without its text', () => zipOf(docxEntries('').slice(0, 4))],
    ['a DOCX whose text is no XML', () => docx('<w:p>')],
    [
      'a part whose sum is wrong',
      () => docxWith({ name: 'word/a.xml', content: 'aaaa', isDeflated: true, flags: 0 }).fill(0, 120, 130),
    ],
    [
      'an ODT without its text',
      () => zipOf([...odtEntries('').slice(0, 1), { name: 'META-INF/manifest.xml', content: '<m/>' }]),
    ],
    ['a DOC cut off', () => doc([{ name: 'WordDocument', content: word(0) }]).subarray(0, 1400)],
    ['a DOC with nothing in it', () => doc([{ name: 'WordDocument', content: word(0) }])],
    ['a DOC with a table beyond its end', () => doc([{ name: 'WordDocument', content: word(0) }], { 1: 100_000 })],
  ],
  TYPE_UNSUPPORTED: [
    ['a bomb in an archive in an archive', () => zipOf([{ name: 'a.zip', content: zipOf([bomb]) }])],
    ['a spreadsheet', () => zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }])],
    ['a spreadsheet with the name of a text inside', () => zipOf([{ name: 'xl/a.bin', content: 'word/document.xml' }])],
    [
      'an OpenDocument spreadsheet',
      () =>
        zipOf([
          { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
          { name: 'content.xml', content: '<a/>' },
        ]),
    ],
    ['an old spreadsheet', () => doc([{ name: 'Workbook', content: fill(0) }])],
  ],
  TOO_MANY_PAGES: [['two hundred thousand paragraphs', () => rtfWith('a\\par '.repeat(200_000))]],
  NO_TEXT: [
    ['a DOCX of pictures', () => docx('<w:p/>')],
    ['an RTF of nothing', () => rtfWith('\\par')],
  ],
}

describe.each(Object.entries(HOSTILE))('%s', (code, files) => {
  it.each(files)('is said of %s', { timeout: 10_000 }, async (_, make) => {
    await expect(read(make())).rejects.toMatchObject({ name: 'StratlasError', code })
  })
})

describe('an office document with something hostile in it', () => {
  it('is read where that need not be opened', async () => {
    const nested = docxWith({ name: 'word/embeddings/a.docx', content: docxWith(bomb) })
    expect((await read(nested)).reading.text).toBe('Strategija')
  })

  it('is told from others by its content only', async () => {
    const reader = async (bytes: Uint8Array) => (await read(bytes)).reader
    expect(await reader(docx(wordParagraph('Strategija')))).toBe('docx')
    expect(await reader(odt('<text:p>Strategija</text:p>'))).toBe('odt')
    expect(await reader(Buffer.concat([Buffer.from('\n'), rtfWith('Strategija')]))).toBe('rtf')
  })

  it('reads XML in UTF-16', async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><d xmlns:office="a" xmlns:text="b"><office:text><text:p>Požega</text:p></office:text></d>`
    const [mimetype] = odtEntries('')
    const file = zipOf([
      ...(mimetype ? [mimetype] : []),
      { name: 'content.xml', content: Buffer.from(xml, 'utf16le') },
      { name: 'META-INF/manifest.xml', content: '<m/>' },
    ])
    expect((await read(file)).reading.text).toBe('Požega')
  })
})
