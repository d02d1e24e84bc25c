import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { inProcess, readWhole } from '../../lib/pipeline/index.ts'
import { errorOf } from '../support/distance.ts'

/** A collection of documents with their true text, for those who have one beside the project. */
const collection = process.env['STRATLAS_PDF_COLLECTION'] ?? join(import.meta.dirname, '../../../shared/files')
const file = (name: string) => readFileSync(join(collection, name))

/** Words broken over a line end joined, and one sign for all dashes, which print does not tell apart. */
const even = (text: string): string => text.replace(/(?<=\p{L})[-‐]\n(?=\p{Ll})/gu, '').replace(/[–—]/gu, '-')

describe.runIf(existsSync(collection))('characters that are read wrongly', { timeout: 300_000 }, () => {
  it('are fewer than one of a hundred where a PDF does not tell its letters', async () => {
    const { reading } = await readWhole(inProcess, file('notu-srl-5.pdf'))
    let body = reading.text
    for (const { kind, start, end } of reading.marks.toReversed())
      if (kind === 'header' || kind === 'footer') body = body.slice(0, start) + body.slice(end)
    const error = errorOf(even(body), even(file('srl-5.gt.txt').toString('utf8')))
    console.info(`notu-srl-5.pdf: ${(100 * error).toFixed(2)} % of the characters`)
    expect(error).toBeLessThan(0.01)
  })

  it('are fewer than one of a hundred in a fax', async () => {
    const scanned = await readWhole(inProcess, file('scan-g4.pdf'))
    const { reading } = await read(file('srl-5.pdf'))
    const [first] = reading.pages
    const error = errorOf(even(scanned.reading.text), even(reading.text.slice(first?.start, first?.end)))
    console.info(`scan-g4.pdf: ${(100 * error).toFixed(2)} % of the characters`)
    expect(error).toBeLessThan(0.01)
  })
})
