import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lettersOf } from '../../lib/formats/letters.ts'
import { paintingOf } from '../../lib/formats/painting.ts'
import { rulesOf } from '../../lib/formats/rules.ts'
import { workerHere } from '../../lib/formats/wire.ts'
import { pagesOf } from './pages-of.ts'

const root = join(import.meta.dirname, '../../fixtures')

/** Pieces of text and lines of every page. */
const paintedIn = (bytes: Uint8Array, options: object) =>
  pagesOf(bytes, options, async (page) => {
    const painting = await paintingOf(page)
    return { pieces: lettersOf(painting), rules: rulesOf(painting) }
  })

describe('the wire between the halves of pdf.js', () => {
  it.each(globSync('*/source.pdf', { cwd: root }))('carries what its own carries: %s', async (name) => {
    const bytes = readFileSync(join(root, name))
    const worker = workerHere()
    const pages = await paintedIn(bytes, { worker, disableFontFace: false })
    worker.destroy()
    expect(pages).toEqual(await paintedIn(bytes, {}))
    expect(pages.flatMap(({ pieces }) => pieces).length).toBeGreaterThan(50)
  })

  it('serves several documents, one behind the other and side by side', async () => {
    const names = globSync('*/source.pdf', { cwd: root })
    const read = async (name: string) => {
      const worker = workerHere()
      const pages = await paintedIn(readFileSync(join(root, name)), { worker })
      worker.destroy()
      return pages.length
    }
    const together = await Promise.all(names.map(read))
    for (const [i, name] of names.entries()) expect(await read(name)).toBe(together[i])
  })
})
