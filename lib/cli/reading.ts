import { glob, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ReadingMeasure } from '../contract/index.ts'
import { type FileReading, finish, read } from '../formats/index.ts'
import { failedPage } from '../formats/part.ts'
import { inProcess } from '../pipeline/index.ts'
import { wordsOf } from '../score/index.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/reading')
const TRUTH = '.gt.txt'

/** The words of the documents of a folder in each format and as a scan, against their true text (`NAME.gt.txt`), in the order of names. */
export async function readingFigures(folder = FOLDER): Promise<ReadingMeasure[]> {
  const names = (await Array.fromAsync(glob('*.*', { cwd: folder }))).sort()
  const figures: ReadingMeasure[] = []
  for (const truth of names.filter((name) => name.endsWith(TRUTH))) {
    const document = truth.slice(0, -TRUTH.length)
    const text = await readFile(join(folder, truth), 'utf8')
    for (const name of names.filter((other) => other.startsWith(`${document}.`) && other !== truth)) {
      const bytes = await readFile(join(folder, name))
      const format = extname(name).slice(1)
      figures.push({ document, format, ...wordsOf((await read(bytes)).reading, text) })
      if (format === 'pdf') figures.push({ document, format: 'scan', ...wordsOf(await scanned(bytes), text) })
    }
  }
  return figures
}

/** A PDF as if it were a scan: its letters are left aside and its pages recognised. */
async function scanned(bytes: Uint8Array): Promise<FileReading['reading']> {
  const numbers = (await read(bytes)).reading.pages.map(({ number }) => number)
  const empty = numbers.map((number) => ({ ...failedPage(number, { code: 'NO_TEXT', message: '' }), isPicture: true }))
  const pages = await inProcess.recognise({ bytes, reader: 'pdf', pages: numbers, known: '' })
  const unread = { reader: 'pdf', mediaType: 'application/pdf', draft: { title: '', pages: empty } }
  return finish({ unread, pages }).reading
}
