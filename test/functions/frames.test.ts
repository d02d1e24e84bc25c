import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SOURCE = `import { framesOf } from '${join(import.meta.dirname, '../../functions/frames.ts')}'

/** Stands on the fourth line of its file. */
export function thrower(): string[] { return framesOf(new Error('words of a document')) }
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratlas-frames-'))
  writeFileSync(join(folder, 'thrower.ts'), SOURCE)
  buildSync({
    ...{
      entryPoints: [join(folder, 'thrower.ts')],
      outfile: join(folder, 'index.mjs'),
      platform: 'node',
      format: 'esm',
    },
    ...{ bundle: true, minify: true, sourcemap: true, sourcesContent: false },
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

test('an error in a bundle is told by the line of the source that it comes from, without its message', async () => {
  const bundle: { thrower(): string[] } = await import(pathToFileURL(join(folder, 'index.mjs')).href)
  const frames = bundle.thrower()
  expect(frames[0]).toMatch(/thrower\.ts:4:\d+/)
  expect(frames.join()).not.toContain('words')
})
