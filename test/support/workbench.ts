import { type AnalysisRecord, type Mention, StratlasError } from '../../lib/contract/index.ts'
import type { Workbench } from '../../lib/pipeline/index.ts'
import { findingsOf } from '../../lib/profile/index.ts'

/**
 * A workbench that takes a text at its word, so that the tests of the pipeline do not hang on what the engine finds:
 * `subject rs-70955 Požega`, `service home-care`, one claim per line. `UNREADABLE` cannot be read, `POISON` breaks it; of
 * what begins with `SCAN` each line is a page that has to be recognised.
 */
export const literal: Workbench = {
  async read(bytes) {
    const text = new TextDecoder().decode(bytes)
    if (text.startsWith('UNREADABLE')) throw new StratlasError('PDF_DAMAGED', 'This PDF is damaged.')
    if (text.startsWith(SCAN)) return { reader: 'pdf', mediaType: 'application/pdf', draft: draftOf(text) }
    return { reader: 'plain', mediaType: 'text/plain', reading: { text, pages: [], marks: [] }, problems: [] }
  },
  recognise: async ({ bytes, pages }) => {
    const text = new TextDecoder().decode(bytes).slice(SCAN.length)
    return pages.map((number) => ({ ...pageOf(number, `${text.split('\n')[number - 1]}\n`), source: 'ocr' as const }))
  },
  finish: async ({ unread: { draft: _, ...file }, pages }) => {
    const read = pages.toSorted((a, b) => a.number - b.number)
    const text = read.map((page) => page.text).join('')
    const recognised = read.map((page) => ({ ...page, start: 0, end: 0 }))
    return {
      ...file,
      reading: { text, pages: recognised, marks: [] },
      problems: read.flatMap(({ problems }) => problems),
    }
  },
  async analyse({ reading: { text, pages }, source, problems }) {
    if (text.startsWith('POISON')) throw new TypeError('cannot read properties of poison')
    const found = Array.from(text.matchAll(/^(subject|service) (\S+) ?(.*)$/gmu))
    const claims = (wanted: string) =>
      found
        .filter(([, kind]) => kind === wanted)
        .map(({ 0: words, 2: code = '', 3: name = '', index }) => ({ code, name, mentions: [mention(words, index)] }))
    const record: AnalysisRecord = {
      ...empty,
      id: source.sha256.slice(0, 20),
      source,
      problems: [...problems],
      text,
      pages: [...pages],
      municipalities: claims('subject').map(({ code, name, mentions }) => ({
        id: code,
        country: code.slice(0, 2).toUpperCase(),
        name,
        role: 'subject' as const,
        mentions,
      })),
      services: claims('service').map(({ code, mentions }) => ({ concept: code, targetGroups: [], mentions })),
    }
    return { record, findings: findingsOf(record) }
  },
}

/** A workbench that acts before each analysis: waits, fails, or swaps the text for another. */
export const acting = (act: (text: string) => Promise<string | undefined>): Workbench => ({
  ...literal,
  async analyse(input) {
    const text = (await act(input.reading.text)) ?? input.reading.text
    return literal.analyse({ ...input, reading: { ...input.reading, text } })
  },
})

const SCAN = 'SCAN '

const draftOf = (text: string) => ({
  title: '',
  pages: text.split('\n').map((_, i) => ({ ...pageOf(i + 1, ''), isPicture: true })),
})

const pageOf = (number: number, text: string) => ({
  number,
  text,
  sizes: [],
  source: 'text' as const,
  confidence: null,
  grade: 'good' as const,
  problems: [],
})

const empty = {
  schemaVersion: 1,
  status: 'analysed',
  title: null,
  kind: 'other',
  language: { code: 'sr', script: 'Latn', confidence: 1, alternatives: [] },
  targetGroups: [],
  periods: [],
  funders: [],
  engine: { version: '0.0.0', lists: 'sha256-test' },
} satisfies Partial<AnalysisRecord>

const mention = (text: string, start: number): Mention => ({
  start,
  end: start + text.length,
  text,
  rule: 'test/line',
  confidence: 1,
  because: 'the line says so',
})
