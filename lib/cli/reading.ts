import { glob, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ReadingMeasure } from '../contract/index.ts'
import { read } from '../formats/index.ts'
import { wordsOf } from '../score/index.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/reading')
const TRUTH = '.gt.txt'

/** The words of the documents of a folder in each format, against their true text (`NAME.gt.txt`), in the order of names. */
export async function readingFigures(folder = FOLDER): Promise<ReadingMeasure[]> {
  const names = (await Array.fromAsync(glob('*.*', { cwd: folder }))).sort()
  const figures: ReadingMeasure[] = []
  for (const truth of names.filter((name) => name.endsWith(TRUTH))) {
    const document = truth.slice(0, -TRUTH.length)
    const text = await readFile(join(folder, truth), 'utf8')
    for (const name of names.filter((other) => other.startsWith(`${document}.`) && other !== truth)) {
      const { reading } = await read(await readFile(join(folder, name)))
      figures.push({ document, format: extname(name).slice(1), ...wordsOf(reading, text) })
    }
  }
  return figures
}
