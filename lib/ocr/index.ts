import { StratlasError } from '../contract/index.ts'
import { failedPage, type PagePart } from '../formats/part.ts'
import { detect } from '../language/index.ts'
import { type Frame, fileOf, framesOf } from '../pictures/frame.ts'
import { engineHere } from './engine.ts'
import { levelled } from './level.ts'
import { type Habit, habitOf, partOf, readPicture } from './page.ts'
import { openPages } from './pdf.ts'
import { type Picture, reduced } from './picture.ts'
import { pageDpi, pictureOf } from './png.ts'
import { wrapped } from './wrapped.ts'

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
        const attempt = await readPicture(levelled(await picture(number)), habit)
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
      const whole = await wholeOf(bytes, { ...frame, number })
      return reduced({ ...whole, dpi: pageDpi(whole) })
    },
    close: () => undefined,
  }
}

interface Numbered extends Frame {
  readonly number: number
}

async function wholeOf(bytes: Uint8Array, frame: Numbered): Promise<Picture> {
  try {
    const page = wrapped(bytes, frame)
    return await (page ? painted(page) : unpacked(fileOf(bytes, frame), frame))
  } catch (error) {
    if (error instanceof StratlasError) throw error
    const message = `The picture of page ${frame.number} is damaged or was cut off.`
    throw new StratlasError('IMAGE_DAMAGED', message, { cause: error })
  }
}

/** Of paper that is neither black nor white nothing is left where a picture was painted. */
const PAPER = 0x7f

async function painted(page: Uint8Array): Promise<Picture> {
  const { picture, close } = await openPages(page, { most: Infinity, paper: PAPER })
  try {
    const whole = picture(1)
    if (whole.grey.every((grey) => grey === PAPER)) throw new Error('Nothing was painted.')
    return whole
  } finally {
    close()
  }
}

/** Pixels of a picture at most that has to be unpacked as a whole before it is painted. */
const MOST_UNPACKED = 16_000_000

async function unpacked(file: Uint8Array, { number, width, height }: Numbered): Promise<Picture> {
  if (width * height > MOST_UNPACKED)
    throw new StratlasError(
      'PAGE_TOO_LARGE',
      `Page ${number} has ${width} × ${height} pixels, more than are read of this kind. Save it as JPEG or at 300 dpi.`,
    )
  const engine = await engineHere()
  return pictureOf(await engine.greyOf(Buffer.from(file)))
}

const problemOf = (page: number, error: unknown): { code: string; message: string } =>
  error instanceof StratlasError && error.code !== 'TIMEOUT'
    ? { code: error.code, message: error.message }
    : { code: 'PAGE_FAILED', message: `Page ${page} could not be read in its picture; the others were.` }
