import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { OCR_FILES, OCR_PACKAGES } from '../../infra/shipped.ts'
import { pdfOf } from '../formats/pdf-file.ts'
import { pictureFile, picturesOf, strip } from '../support/scan.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'stratlas-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Said {
  readonly text: string
  readonly problems: readonly { readonly code: string }[]
}

/** Runs the module in its folder, under a plain Node, with no folder of packages above it. */
const run = (): Said =>
  JSON.parse(
    execFileSync(process.execPath, ['ocr.mjs', 'scan.pdf'], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split('\n')
      .at(-1) ?? '',
  )

it('recognises pages as one module and what it is shipped with, in an otherwise empty folder', {
  timeout: 180_000,
}, async () => {
  await build({
    stdin: {
      contents: `import { readFileSync } from 'node:fs'
        import { recognising } from './lib/pipeline/recognising.ts'
        const [page] = await recognising({ bytes: readFileSync(process.argv[2]), reader: 'pdf', pages: [1], known: '' })
        console.log(JSON.stringify({ text: page.text, problems: page.problems }))`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    outfile: join(folder, 'ocr.mjs'),
    external: [...OCR_PACKAGES],
    logLevel: 'error',
  })
  execFileSync('sh', ['-c', `tar -C ${root} -cf - ${OCR_FILES.join(' ')} | tar -C ${folder} -xf -`])
  const lines = 'Socijalna zastita u opstini\nPomoc u kuci za stara lica\nDnevni boravak za decu'
  const [page] = await picturesOf(pdfOf([lines]), [1])
  writeFileSync(join(folder, 'scan.pdf'), pictureFile(page ? [strip(page, [0, 0.3])] : []))
  const { text, problems } = run()
  expect(text.split('\n')).toEqual(lines.split('\n'))
  expect(problems).toEqual([])

  // without its data it says so, and does not wait for them
  for (const code of ['hrv', 'srp']) rmSync(join(folder, 'node_modules/@tesseract.js-data', code), { recursive: true })
  expect(run()).toMatchObject({ text: '', problems: [{ code: 'OCR_DATA_MISSING' }] })
  rmSync(join(folder, 'node_modules/@tesseract.js-data'), { recursive: true })
  expect(run()).toMatchObject({ text: '', problems: [{ code: 'OCR_DATA_MISSING' }] })
})
