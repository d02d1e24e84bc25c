import '../../lib/formats/pdfjs.ts'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFParse } from 'pdf-parse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { lettersOf } from '../../lib/formats/letters.ts'
import { paintingOf } from '../../lib/formats/painting.ts'
import { rulesOf } from '../../lib/formats/rules.ts'
import { workerHere } from '../../lib/formats/wire.ts'

const root = join(import.meta.dirname, '../../fixtures')

/** Pieces of text and lines of every page. */
async function pagesOf(bytes: Uint8Array, options: object) {
  const ownerDocument = { fonts: new Set() } as unknown as HTMLDocument
  const parser = new PDFParse({ data: bytes.slice(), verbosity: 0, ownerDocument, ...options })
  try {
    const { total } = await parser.getInfo()
    const { doc } = parser as unknown as { readonly doc: PDFDocumentProxy }
    const pages = []
    for (let number = 1; number <= total; number++) {
      const painting = await paintingOf(await doc.getPage(number))
      pages.push({ pieces: lettersOf(painting), rules: rulesOf(painting) })
    }
    return pages
  } finally {
    await parser.destroy()
  }
}

describe('the wire between the halves of pdf.js', () => {
  it.each(globSync('*/source.pdf', { cwd: root }))('carries what its own carries: %s', async (name) => {
    const bytes = readFileSync(join(root, name))
    const worker = workerHere()
    const pages = await pagesOf(bytes, { worker, disableFontFace: false })
    worker.destroy()
    expect(pages).toEqual(await pagesOf(bytes, {}))
    expect(pages.flatMap(({ pieces }) => pieces).length).toBeGreaterThan(50)
  })

  it('serves several documents, one behind the other and side by side', async () => {
    const names = globSync('*/source.pdf', { cwd: root })
    const read = async (name: string) => {
      const worker = workerHere()
      const pages = await pagesOf(readFileSync(join(root, name)), { worker })
      worker.destroy()
      return pages.length
    }
    const together = await Promise.all(names.map(read))
    for (const [i, name] of names.entries()) expect(await read(name)).toBe(together[i])
  })
})
