import '../../lib/formats/pdfjs.ts'
import { franc } from 'franc'
import { PDFParse } from 'pdf-parse'
import { read } from '../../lib/formats/index.ts'
import { detect } from '../../lib/language/index.ts'
import { analyse } from '../../lib/pipeline/index.ts'
import { milliseconds, print } from './measure.ts'
import { SOURCE, samples } from './texts.ts'

const RUNS = 9

async function alone(bytes: Uint8Array): Promise<void> {
  const parser = new PDFParse({ data: bytes.slice(), verbosity: 0, isEvalSupported: false })
  await parser.getText()
  await parser.destroy()
}

/** Reading of PDF beside `pdf-parse` alone, and the engine and language detection beside both, on the same documents. */
export async function reading(): Promise<void> {
  const head = [
    'document',
    'pages',
    'pages/s',
    'pdf-parse pages/s',
    'read ms',
    'engine ms',
    'engine/read',
    'language ms',
  ]
  const rows: (string | number)[][] = [[...head, 'franc ms']]
  for (const { name, bytes } of samples('fixtures/*/source.pdf')) {
    const file = await read(bytes)
    const pages = file.reading.pages.length
    const { text } = file.reading
    const own = await milliseconds(() => read(bytes), RUNS)
    const other = await milliseconds(() => alone(bytes), RUNS)
    const extract = await milliseconds(() => analyse({ reading: file.reading, source: SOURCE, problems: [] }), RUNS)
    const times = [await milliseconds(() => detect(text), RUNS), await milliseconds(() => franc(text), RUNS)]
    const speeds = [(pages / own) * 1000, (pages / other) * 1000]
    rows.push([name.split('/').at(-2) ?? name, String(pages), ...speeds, own, extract, extract / own, ...times])
  }
  print('Reading PDF', rows)
}
