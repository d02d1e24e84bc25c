import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { compoundOf } from '../support/compound.ts'
import { docxOf } from '../support/office.ts'
import { zipOf } from '../support/zip.ts'

const zip = (...names: string[]) => zipOf(names.map((name) => ({ name, content: '<a/>' })))
const typed = (type: string) => zipOf([{ name: 'mimetype', content: type }])
const old = (name: string) => compoundOf([{ name, content: Buffer.from('x') }])

describe('a file that is not read is named by what it holds', () => {
  it.each([
    ['Excel workbook (XLSX)', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['PowerPoint presentation (PPTX)', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['iWork', zip('Index/Document.iwa')],
    ['e-book (EPUB)', typed('application/epub+zip')],
    ['spreadsheet (ODS)', typed('application/vnd.oasis.opendocument.spreadsheet')],
    ['presentation (ODP)', typed('application/vnd.oasis.opendocument.presentation')],
    ['uploaded by itself', zipOf([{ name: 'Plan.docx', content: docxOf([{ is: 'paragraph', words: 'Plan' }]) }])],
    ['a ZIP archive', zip('a.exe')],
    ['workbook (XLS)', old('Workbook')],
    ['presentation (PPT)', old('PowerPoint Document')],
    ['Outlook message (MSG)', old('__properties_version1.0')],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic')],
    ['SVG drawing', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="a"><text>Plan</text></svg>')],
    ['XML file', Buffer.from('<?xml version="1.0"?><plan><mera>klub</mera></plan>')],
    ['JSON file', Buffer.from('{ "plan": "pomoc u kuci" }')],
    [
      '(EML, MHTML)',
      Buffer.from('Subject: Plan\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>a</html>'),
    ],
    ['(CSV)', Buffer.from('Mera;Rok;Izvor\nklub;2024;grad\n"pomoc; u kuci";2023;UNICEF\n')],
    ['(CSV)', Buffer.from('a,b,c\n'.repeat(6))],
  ])('%s', async (name, bytes) => {
    const error = await read(bytes).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'TYPE_UNSUPPORTED' })
    expect(String(error)).toContain(name)
    expect(String(error)).toMatch(/Upload the document as PDF/u)
  })

  it.each([
    'Prva tačka; druga; treća.\nČetvrta tačka; peta.\nOpština ima plan; i novac.',
    'Ada, Bor, Niš\nRok, izvor, nosilac\nSocijalna zaštita, u opštini',
    '{ ovo je napomena } Plan opštine',
    'From: Opština\nPlan za 2024. godinu',
    'Mera\tRok\nklub\t2024.\nprevoz\t2025.\nboravak\t2023.\ndom\t2022.\nklub\t2021.\n',
  ])('text is text: %j', async (text) => {
    expect((await read(Buffer.from(text))).reader).toBe('plain')
  })
})
