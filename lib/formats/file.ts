import { type Problem, StratlasError } from '../contract/index.ts'
import type { Reading } from '../text/index.ts'
import { assemble } from './assemble.ts'
import { markBoilerplate } from './boilerplate.ts'
import type { PageBoxes } from './boxes.ts'
import { type Draft, hasLetters, type PagePart, withRecognised } from './part.ts'
import { repair } from './repair.ts'

/** What came of a file: who read it, as what, the text, and what went wrong on the way. */
export interface FileReading {
  /** Name of the reader: pdf, scan, docx, odt, doc, rtf, html, plain. */
  readonly reader: string
  readonly mediaType: string
  readonly reading: Reading
  readonly problems: readonly Problem[]
  /** Where the words of its pages are painted, where it has pages. */
  readonly boxes?: readonly PageBoxes[]
}

/** A file of which some pages have to be recognised before it can be put together. */
export interface Unread extends Pick<FileReading, 'reader' | 'mediaType'> {
  readonly draft: Draft
}

/** A file and its pages that were recognised. */
export interface Recognised {
  readonly unread: Unread
  readonly pages: readonly PagePart[]
}

/** Puts a file together with the pages that were recognised. Throws NO_TEXT, or what kept its pages from being read. */
export function finish({ unread: { draft, ...file }, pages }: Recognised): FileReading {
  const { boxes, ...read } = assemble(withRecognised(draft, pages))
  return { ...fileReading(file, read), boxes }
}

/** What came of a file, with all that is not the document marked. Throws NO_TEXT. */
export function fileReading(
  file: Pick<FileReading, 'reader' | 'mediaType'>,
  { problems, ...reading }: Reading & Pick<FileReading, 'problems'>,
): FileReading {
  if (!hasLetters(reading.text)) throw new StratlasError('NO_TEXT', 'No text was found in this file.')
  const { reader, mediaType } = file
  const whole = repair(reading)
  return { reader, mediaType, reading: markBoilerplate(whole.reading), problems: [...problems, ...whole.problems] }
}
