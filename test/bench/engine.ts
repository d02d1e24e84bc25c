import { analyse } from '../../lib/pipeline/index.ts'
import type { Reading } from '../../lib/text/index.ts'
import { median, milliseconds, print } from './measure.ts'
import { readingOf, readings, SOURCE } from './texts.ts'

const run = (reading: Reading) => analyse({ reading, source: SOURCE, problems: [] })
const sizeOf = (own: readonly Reading[]) => own.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

/** How long the engine takes for a document, and for 100 KB of text. */
export async function engine(): Promise<void> {
  const rows: (string | number)[][] = [['language', 'documents', 'KB', 'ms/document (median)', 'ms/100 KB']]
  for (const language of ['sr', 'pl']) {
    const own = readings(language)
    const times: number[] = []
    for (const reading of own) times.push(await milliseconds(() => run(reading), 3))
    const kilobytes = sizeOf(own) / 1000
    const total = times.reduce((sum, time) => sum + time, 0)
    rows.push([language, String(own.length), kilobytes, median(times), (total / kilobytes) * 100])
  }
  print('Engine: text to record', rows)
}

const SIZES = [50_000, 500_000, 5_000_000]

/** Ten times the text: how much more time? */
export async function growth(): Promise<void> {
  const rows: (string | number)[][] = [['language', 'KB', 'ms', 'times the row above']]
  for (const language of ['sr', 'pl']) {
    const text = readings(language)
      .map((reading) => reading.text)
      .join('\n\n')
    let before: number | undefined
    for (const size of SIZES) {
      const reading = readingOf(text.repeat(Math.ceil(size / text.length)).slice(0, size))
      const time = await milliseconds(() => run(reading), 3)
      rows.push([language, size / 1000, time, before === undefined ? '' : time / before])
      before = time
    }
  }
  print('Growth: the same documents over and over', rows)
}
