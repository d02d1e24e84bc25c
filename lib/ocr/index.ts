import { StratlasError } from '../contract/index.ts'
import { failedPage, type PagePart } from '../formats/part.ts'
import { fileOf, framesOf } from '../formats/picture-size.ts'
import { detect } from '../language/index.ts'
import { engineHere } from './engine.ts'
import { levelled } from './level.ts'
import { type Habit, habitOf, partOf, readPicture } from './page.ts'
import { openPages } from './pdf.ts'
import { type Picture, reduced } from './picture.ts'
import { pictureOf } from './png.ts'

/** Pages to be recognised: of which file, and what is known of its text otherwise. */
export interface Scan {
  readonly bytes: Uint8Array
  /** Who opened the file: pdf, scan. */
  readonly reader: string
  readonly pages: readonly number[]
  /** Words of other pages, in whatever language they are; empty where there are none. */
  readonly known: string
}

/**
 * Recognises pages in their pictures. A page that fails costs none of the others: it has a problem and no text.
 *
 *     const pages = await recognise({ bytes, reader: 'pdf', pages: [1, 2], known: '' })   // pages[0].text
 */
export async function recognise({ bytes, reader, pages, known }: Scan): Promise<PagePart[]> {
  const { picture, close } = reader === 'pdf' ? await openPages(bytes) : framesIn(bytes)
  let habit: Habit = habitOf(detect(known).code)
  const read: PagePart[] = []
  try {
    for (const number of pages) {
      try {
        const attempt = await readPicture(levelled(await picture(number)), habit, await engineHere(habit.languages))
        habit = { languages: attempt.languages, turn: attempt.turn }
        read.push(partOf(number, attempt))
      } catch (error) {
        read.push(failedPage(number, problemOf(number, error)))
      }
    }
  } finally {
    close()
  }
  return read
}

/** The pictures of a file that holds nothing else. */
function framesIn(bytes: Uint8Array): { picture(number: number): Promise<Picture>; close(): void } {
  const frames = framesOf(bytes)
  return {
    async picture(number) {
      const frame = frames[number - 1]
      if (!frame) throw new Error(`There is no picture ${number} in this file.`)
      const engine = await engineHere()
      const file = Buffer.from(fileOf(bytes, frame))
      const grey = await engine.greyOf(file).catch((error: unknown) => {
        throw damaged(number, error)
      })
      return reduced(pictureOf(grey))
    },
    close: () => undefined,
  }
}

const damaged = (page: number, error: unknown): StratlasError =>
  error instanceof StratlasError
    ? error
    : new StratlasError('IMAGE_DAMAGED', `The picture of page ${page} is damaged or was cut off.`, { cause: error })

const problemOf = (page: number, error: unknown): { code: string; message: string } =>
  error instanceof StratlasError && error.code !== 'TIMEOUT'
    ? { code: error.code, message: error.message }
    : { code: 'PAGE_FAILED', message: `Page ${page} could not be read in its picture; the others were.` }
