import { type Problem, StratlasError } from '../contract/index.ts'
import type { Reading } from '../text/index.ts'
import { markBoilerplate } from './boilerplate.ts'
import { doc } from './doc.ts'
import { docx } from './docx.ts'
import { html } from './html.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import { plain } from './plain.ts'
import type { Reader } from './reader.ts'
import { rtf } from './rtf.ts'
import { nameOf } from './signature.ts'

/** Formats that can be read, in the order in which they are tried: the surest signature first, plain text last. */
export const readers: readonly Reader[] = [pdf, docx, odt, doc, rtf, html, plain]

/** What came of a file: who read it, as what, the text, and what went wrong on the way. */
export interface FileReading {
  /** Name of the reader: pdf, docx, odt, doc, rtf, html, plain. */
  readonly reader: string
  readonly mediaType: string
  readonly reading: Reading
  readonly problems: readonly Problem[]
}

/**
 * Reads a file by what it contains, whatever it is called.
 *
 * Throws a StratlasError: FILE_EMPTY, TYPE_UNSUPPORTED, FILE_TOO_LARGE, NO_TEXT, and for PDF also PDF_ENCRYPTED,
 * PDF_DAMAGED and TOO_MANY_PAGES, for office documents OFFICE_ENCRYPTED, OFFICE_DAMAGED and ARCHIVE_UNSAFE. What only
 * part of the file suffers from is a problem beside the text.
 *
 *     const { reader, reading } = await read(await readFile('strategija.pdf'))   // reader === 'pdf'
 */
export async function read(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length === 0)
    throw new StratlasError('FILE_EMPTY', 'The file is empty. Choose the file again and upload it.')
  const reader = readers.find((candidate) => candidate.recognises(bytes))
  if (!reader) throw unsupported(bytes)
  if (bytes.length > reader.limit) throw tooLarge(bytes.length, reader)
  const { problems, ...reading } = await reader.read(bytes)
  if (!/\p{L}/u.test(reading.text)) throw new StratlasError('NO_TEXT', 'No text was found in this file.')
  return { reader: reader.name, mediaType: reader.mediaType, reading: markBoilerplate(reading), problems }
}

function unsupported(bytes: Uint8Array): StratlasError {
  const name = nameOf(bytes)
  const what = name ? `This file is ${name}, whatever its name says.` : 'This file was not recognised.'
  return new StratlasError(
    'TYPE_UNSUPPORTED',
    `${what} Upload the document as PDF, Word, ODT, RTF, HTML or plain text.`,
  )
}

function tooLarge(size: number, { name, limit }: Reader): StratlasError {
  const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20)
  return new StratlasError(
    'FILE_TOO_LARGE',
    `This file has ${megabytes(size)} MB; the limit for ${name} is ${megabytes(limit)} MB. Split it or save it smaller.`,
  )
}
