import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'

/** A collection of documents with their true text (NAME.pdf, NAME.gt.txt), for those who have one beside the project. */
const collection = process.env.STRATLAS_PDF_COLLECTION ?? join(import.meta.dirname, '../../../shared/files')

/** How often each word occurs, words broken over a line end joined. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const joined = text.normalize('NFC').replace(/(?<=\p{L})[-‐]\n(?=\p{Ll})/gu, '')
  for (const [word] of joined.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0)

describe.runIf(existsSync(collection))('the words of documents with a known text', () => {
  it.each([
    ...['srl-5.pdf', 'src-5.pdf', 'pl-5.pdf', 'srl-2col.pdf', 'pl-hyph.pdf', 'chr-src.pdf'],
    ...['srl-5.docx', 'srl-5.doc', 'srl-5.odt', 'srl-5.rtf', 'src-5.rtf', 'pl-5.docx'],
  ])('%s: recall and precision', async (name) => {
    const { reading } = await read(readFileSync(join(collection, name)))
    let body = reading.text
    for (const { kind, start, end } of reading.marks.toReversed())
      if (kind === 'header' || kind === 'footer') body = body.slice(0, start) + body.slice(end)
    const [found, wanted] = [
      countWords(body),
      countWords(readFileSync(join(collection, name.replace(/\.\w+$/u, '.gt.txt')), 'utf8')),
    ]
    const right = sum([...wanted].map(([word, n]) => Math.min(n, found.get(word) ?? 0)))
    expect(right / sum(wanted.values())).toBeGreaterThanOrEqual(0.995)
    expect(right / sum(found.values())).toBeGreaterThanOrEqual(0.99)
  })

  it.each(['srl-5.pdf', 'src-5.pdf', 'pl-5.pdf', 'chr-src.pdf', 'srl-5.docx', 'srl-5.doc', 'srl-5.odt', 'srl-5.rtf'])(
    '%s: every row of its tables',
    async (name) => {
      const { reading } = await read(readFileSync(join(collection, name)))
      const truth = readFileSync(join(collection, name.replace(/\.\w+$/u, '.gt.txt')), 'utf8')
      const rowsOf = (text: string) => text.split('\n').filter((line) => line.includes('\t'))
      expect(rowsOf(reading.text)).toEqual(rowsOf(truth))
    },
  )
})
