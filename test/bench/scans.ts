import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pgmOf } from '../../lib/ocr/picture.ts'
import { pictureFile, picturesOf } from '../support/scan.ts'
import { print } from './measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const SAMPLE = 'fixtures/rs-backa-palanka-strategy-2019/source.pdf'
const SIZES = [2, 8, 24]

const recogniser = JSON.stringify(new URL('../../lib/ocr/index.ts', import.meta.url).href)
/** Each recognises the pages in a folder: ours as a scanned PDF, the other as pictures painted beforehand. */
const READERS = {
  stratlas: `const { recognise } = await import(${recogniser})
    const bytes = readFileSync(folder + '/scan.pdf')
    await measure(() => recognise({ bytes, reader: 'pdf', pages: Array.from({ length: count }, (_, i) => i + 1), known: '' }))`,
  'tesseract.js': `const { createWorker } = await import('tesseract.js')
    await measure(async () => {
      const worker = await createWorker('hrv+srp', 1, { langPath: folder, cacheMethod: 'none' })
      await worker.setParameters({ tessedit_pageseg_mode: '3' })
      for (let i = 0; i < count; i++) await worker.recognize(folder + '/' + i + '.pgm', {}, { text: true, blocks: true })
      await worker.terminate()
    })`,
} as const

const program = (folder: string, count: number, reader: string): string => `
  import { readFileSync } from 'node:fs'
  import { peak } from ${JSON.stringify(new URL('../support/peak.ts', import.meta.url).href)}
  const [folder, count] = ${JSON.stringify([folder, count])}
  async function measure(read) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    await read()
    const { user, system } = process.cpuUsage(before)
    process.stdout.write(JSON.stringify([performance.now() - start, (user + system) / 1000, peak()]))
  }
  ${reader}`

type Cost = readonly [milliseconds: number, processor: number, memory: number]

const costOf = (folder: string, count: number, reader: string): Cost =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program(folder, count, reader)], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )

/** Seconds a scanned page takes and memory, beside `tesseract.js` alone on pictures of the same pages, in the same run. */
export async function scans(): Promise<void> {
  const rows: (string | number)[][] = [
    ['pages', 's/page', 'tesseract.js s/page', 'times its processor time', 'MB', 'tesseract.js MB'],
  ]
  const folder = mkdtempSync(join(tmpdir(), 'stratlas-bench-'))
  try {
    const [page] = await picturesOf(readFileSync(join(ROOT, SAMPLE)), [1])
    for (const code of ['hrv', 'srp']) {
      const name = `${code}.traineddata.gz`
      const data = join(ROOT, 'node_modules/@tesseract.js-data', code, '4.0.0_best_int', name)
      writeFileSync(join(folder, name), readFileSync(data))
    }
    for (const size of SIZES) {
      const pictures = page ? Array.from({ length: size }, () => page) : []
      for (const [i, picture] of pictures.entries()) writeFileSync(join(folder, `${i}.pgm`), pgmOf(picture))
      writeFileSync(join(folder, 'scan.pdf'), pictureFile(pictures))
      const [ours, bare] = [READERS.stratlas, READERS['tesseract.js']].map((reader) => costOf(folder, size, reader))
      if (!ours || !bare) continue
      rows.push([String(size), ours[0] / size / 1000, bare[0] / size / 1000, ours[1] / bare[1], ours[2], bare[2]])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  print('Scanned pages, each measure in a new process', rows)
}
