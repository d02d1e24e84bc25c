import { StratlasError } from '../contract/index.ts'
import { doc } from './doc.ts'
import { docx } from './docx.ts'
import { type FileReading, fileReading, finish, type Unread } from './file.ts'
import { html } from './html.ts'
import { odt } from './odt.ts'
import { hasTooMany, isUnread, picturesOf, tooManyPictures } from './part.ts'
import { pdf } from './pdf.ts'
import { plain } from './plain.ts'
import type { Reader } from './reader.ts'
import { rtf } from './rtf.ts'
import { scans } from './scan.ts'
import { nameOf } from './signature.ts'

export type { FileReading, Recognised, Unread } from './file.ts'
export { finish } from './file.ts'
export { isUnread, type PagePart, picturesOf } from './part.ts'

/** Formats that can be read, in the order in which they are tried: the surest signature first, plain text last. */
export const readers: readonly Reader[] = [pdf, ...scans, docx, odt, doc, rtf, html, plain]

/**
 * Opens a file by what it contains, whatever it is called, and reads what stands there as letters.
 *
 * Throws a StratlasError: FILE_EMPTY, TYPE_UNSUPPORTED, FILE_TOO_LARGE, NO_TEXT, and for PDF also PDF_ENCRYPTED,
 * PDF_DAMAGED and TOO_MANY_PAGES, for office documents OFFICE_ENCRYPTED, OFFICE_DAMAGED and ARCHIVE_UNSAFE, for pictures
 * IMAGE_DAMAGED and PAGE_TOO_LARGE. What only part of the file suffers from is a problem beside the text.
 */
export async function open(bytes: Uint8Array): Promise<FileReading | Unread> {
  if (bytes.length === 0)
    throw new StratlasError('FILE_EMPTY', 'The file is empty. Choose the file again and upload it.')
  const reader = readers.find((candidate) => candidate.recognises(bytes))
  if (!reader) throw unsupported(bytes)
  if (bytes.length > reader.limit) throw tooLarge(bytes.length, reader)
  const read = await reader.read(bytes)
  const { name, mediaType } = reader
  if ('text' in read) return fileReading({ reader: name, mediaType }, read)
  if (hasTooMany(read)) throw new StratlasError('TOO_MANY_PAGES', tooManyPictures(read))
  const unread = { reader: name, mediaType, draft: read }
  return picturesOf(read).length > 0 ? unread : finish({ unread, pages: [] })
}

/**
 * Reads a file as `open` does; pages without letters are left out, and each is a problem.
 *
 *     const { reader, reading } = await read(await readFile('strategija.pdf'))   // reader === 'pdf'
 */
export async function read(bytes: Uint8Array): Promise<FileReading> {
  const file = await open(bytes)
  return isUnread(file) ? finish({ unread: file, pages: [] }) : file
}

function unsupported(bytes: Uint8Array): StratlasError {
  const name = nameOf(bytes)
  const what = name ? `This file is ${name}, whatever its name says.` : 'This file was not recognised.'
  return new StratlasError(
    'TYPE_UNSUPPORTED',
    `${what} Upload the document as PDF, Word, ODT, RTF, HTML, plain text, PNG, JPEG or TIFF.`,
  )
}

function tooLarge(size: number, { name, limit }: Reader): StratlasError {
  const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20)
  return new StratlasError(
    'FILE_TOO_LARGE',
    `This file has ${megabytes(size)} MB; the limit for ${name} is ${megabytes(limit)} MB. Split it or save it smaller.`,
  )
}
