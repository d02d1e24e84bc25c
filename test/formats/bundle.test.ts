import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'stratlas-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('reads a PDF as one bundled module in an otherwise empty folder', async () => {
  await build({
    stdin: {
      contents: `import { readFileSync } from 'node:fs'
        import { read } from './lib/formats/index.ts'
        const { reader, reading, problems } = await read(readFileSync(process.argv[2]))
        console.log(JSON.stringify({ reader, pages: reading.pages.length, problems, text: reading.text }))`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    outfile: join(folder, 'read.mjs'),
    // pdf.js asks for its native canvas through require, and lives without it
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    external: ['@napi-rs/canvas', 'canvas'],
    logLevel: 'error',
  })
  copyFileSync(join(root, 'fixtures/rs-zajecar-strategy-2025/source.pdf'), join(folder, 'source.pdf'))
  const said = execFileSync(process.execPath, ['read.mjs', 'source.pdf'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { text, ...rest } = JSON.parse(said.trim().split('\n').at(-1) ?? '')
  expect(rest).toEqual({ reader: 'pdf', pages: 2, problems: [] })
  expect(text).toContain('СТРАТЕГИЈА РАЗВОЈА СОЦИЈАЛНЕ')
})
