import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as browsers } from 'playwright-core'
import { median, print } from './measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const SIZES = [5, 50, 300]
const RUNS = 4
const TABLE = /<table[\s\S]*?<\/table>/gu

const formats = JSON.stringify(new URL('../../lib/formats/index.ts', import.meta.url).href)
const tools = JSON.stringify(new URL('../../lib/formats/pdf-pages.ts', import.meta.url).href)
/** Each reads the file that the process is given, and hands over what it took; the tools of both are loaded before. */
const READERS = {
  stratlas: `const { read } = await import(${formats}); await import(${tools}); await measure((bytes) => read(bytes))`,
  'pdf-parse': `const { PDFParse } = await import('pdf-parse'); await measure(async (bytes) => {
    const parser = new PDFParse({ data: bytes, verbosity: 0, isEvalSupported: false })
    await parser.getText()
    await parser.destroy()
  })`,
} as const

const program = (path: string, reader: string): string => `
  import { readFileSync } from 'node:fs'
  import { peak } from ${JSON.stringify(new URL('../support/peak.ts', import.meta.url).href)}
  import ${JSON.stringify(new URL('../../lib/formats/pdfjs.ts', import.meta.url).href)}
  async function measure(read) {
    const bytes = new Uint8Array(readFileSync(${JSON.stringify(path)}))
    const start = performance.now()
    await read(bytes)
    process.stdout.write(JSON.stringify([performance.now() - start, peak()]))
  }
  ${reader}`

/** Milliseconds at best and the highest memory in MB of each reader on one file: by turns, in processes of their own. */
function costsOf(path: string): Record<keyof typeof READERS, readonly [milliseconds: number, memory: number]> {
  const run = (reader: keyof typeof READERS): readonly [number, number] => {
    const args = ['--input-type=module', '--eval', program(path, READERS[reader])]
    const said = execFileSync(process.execPath, args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return JSON.parse(said)
  }
  const runs = Array.from({ length: RUNS }, () => ({ stratlas: run('stratlas'), 'pdf-parse': run('pdf-parse') }))
  const costOf = (reader: keyof typeof READERS) =>
    [Math.min(...runs.map((each) => each[reader][0])), median(runs.map((each) => each[reader][1]))] as const
  return { stratlas: costOf('stratlas'), 'pdf-parse': costOf('pdf-parse') }
}

/** The strategies of the fixtures over and over, without their tables and with them, and their tables alone. */
function booksOf(): Readonly<Record<string, string>> {
  const sources = globSync('fixtures/*/print.html', { cwd: ROOT }).map((name) => readFileSync(join(ROOT, name), 'utf8'))
  const tables = sources.flatMap((source) => source.match(TABLE) ?? [])
  const style = /<style>[\s\S]*?<\/style>/u.exec(sources.at(-1) ?? '')?.[0] ?? ''
  const whole = sources.join('').repeat(100)
  return { prose: whole.replace(TABLE, '').repeat(2), strategies: whole, tables: style + tables.join('').repeat(600) }
}

/** Pages a second and memory for documents of 5, 50 and 300 pages, beside `pdf-parse` alone. */
export async function pages(): Promise<void> {
  const rows: (string | number)[][] = [
    ['pages of', 'pages', 'pages/s', 'pdf-parse pages/s', 'times its time', 'MB', 'pdf-parse MB'],
  ]
  const folder = mkdtempSync(join(tmpdir(), 'stratlas-bench-'))
  const browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: chromium.args })
  try {
    const page = await browser.newPage()
    for (const [name, source] of Object.entries(booksOf())) {
      await page.setContent(source)
      for (const size of SIZES) {
        const path = join(folder, `${name}-${size}.pdf`)
        writeFileSync(path, await page.pdf({ preferCSSPageSize: true, pageRanges: `1-${size}` }))
        const { stratlas, 'pdf-parse': bare } = costsOf(path)
        const speeds = [stratlas, bare].map(([time]) => (size / time) * 1000)
        rows.push([name, String(size), ...speeds, stratlas[0] / bare[0], stratlas[1], bare[1]])
      }
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  print('Pages of PDF, each measure in a new process', rows)
}
