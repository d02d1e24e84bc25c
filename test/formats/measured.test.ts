import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { wordsOf } from '../../lib/score/index.ts'

/** A collection of documents with their true text (NAME.pdf, NAME.gt.txt), for those who have one beside the project. */
const collection = process.env.STRATLAS_PDF_COLLECTION ?? join(import.meta.dirname, '../../../shared/files')

describe.runIf(existsSync(collection))('the words of documents with a known text', () => {
  it.each([
    ...['srl-5.pdf', 'src-5.pdf', 'pl-5.pdf', 'srl-2col.pdf', 'pl-hyph.pdf', 'chr-src.pdf'],
    ...['srl-5.docx', 'srl-5.doc', 'srl-5.odt', 'srl-5.rtf', 'src-5.rtf', 'pl-5.docx'],
  ])('%s: recall and precision', async (name) => {
    const { reading } = await read(readFileSync(join(collection, name)))
    const { recall, precision } = wordsOf(
      reading,
      readFileSync(join(collection, name.replace(/\.\w+$/u, '.gt.txt')), 'utf8'),
    )
    expect(recall).toBeGreaterThanOrEqual(0.995)
    expect(precision).toBeGreaterThanOrEqual(0.99)
  })

  it.each([
    ['yuscii.pdf', 'srl-5.gt.txt'],
    ['moji-pl.txt', 'pl-5.gt.txt'],
  ])('%s is put right', async (name, truth) => {
    const { reading, problems } = await read(readFileSync(join(collection, name)))
    const { recall, precision } = wordsOf(reading, readFileSync(join(collection, truth), 'utf8'))
    expect(problems.map(({ code }) => code)).toEqual(['TEXT_REPAIRED'])
    expect(recall).toBeGreaterThanOrEqual(0.995)
    expect(precision).toBeGreaterThanOrEqual(0.99)
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
