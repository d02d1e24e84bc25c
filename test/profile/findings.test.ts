import { describe, expect, it } from 'vitest'
import type { AnalysisRecord, Mention } from '../../lib/contract/index.ts'
import { findingsOf } from '../../lib/profile/index.ts'

const TEXT = `Strategija razvoja socijalne zaštite opštine Požega 2019–2022.

Opština planira pomoć u kući za stare. Pomoć u kući plaća Evropska unija. Grad Čačak ima svratište.

Pomoć u kući je najvažnija.`

/** A mention of the n-th occurrence of some words. */
function at(words: string, part: Partial<Mention> & { nth?: number } = {}): Mention {
  const { nth = 0, ...rest } = part
  const { index = -1 } = [...TEXT.matchAll(new RegExp(words, 'giu'))][nth] ?? {}
  const end = index + words.length
  return { start: index, end, text: TEXT.slice(index, end), rule: 'test', confidence: 0.9, because: 'test', ...rest }
}

const record: AnalysisRecord = {
  schemaVersion: 1,
  id: 'a'.repeat(20),
  source: { key: 'k', mediaType: 'text/plain', bytes: 1, sha256: 'a'.repeat(64), receivedAt: '2026-11-22T10:00:00Z' },
  status: 'analysed',
  problems: [],
  title: null,
  kind: 'strategy',
  language: { code: 'sr', script: 'Latn', confidence: 1, alternatives: [] },
  text: TEXT,
  pages: [],
  municipalities: [
    { id: 'rs-70955', country: 'RS', name: 'Požega', role: 'subject', mentions: [at('Požega')] },
    { id: 'rs-71242', country: 'RS', name: 'Čačak', role: 'mentioned', mentions: [at('Čačak')] },
  ],
  targetGroups: [{ concept: 'older-persons', mentions: [at('stare')] }],
  services: [
    {
      concept: 'home-care',
      targetGroups: ['older-persons'],
      mentions: [
        at('pomoć u kući', { confidence: 0.7 }),
        at('pomoć u kući', { nth: 1 }),
        at('pomoć u kući', { nth: 2 }),
      ],
    },
    { concept: null, label: 'novi  servis', targetGroups: [], mentions: [at('svratište')] },
  ],
  periods: [
    { role: 'strategy', edtf: '2019/2022', start: '2019-01-01', end: '2022-12-31', mentions: [at('2019–2022')] },
    { role: 'reference', edtf: '2011', start: '2011-01-01', end: '2011-12-31', mentions: [at('2019')] },
  ],
  funders: [
    { id: 'eu', type: 'organisation', parent: null, name: 'Evropska unija', mentions: [at('Evropska unija')] },
    { id: null, type: 'organisation', parent: null, name: 'Fond X', mentions: [at('plaća')] },
  ],
  engine: { version: '0', lists: 'sha256-0' },
}

describe('findingsOf', () => {
  const findings = findingsOf(record)

  it('makes one finding per concept for the subject, and one for the subject itself', () => {
    expect(findings.map(({ municipality, dimension, code }) => `${municipality} ${dimension} ${code}`)).toEqual([
      'rs-70955 municipalities rs-70955',
      'rs-70955 targetGroups older-persons',
      'rs-70955 services home-care',
      'rs-70955 services @novi servis',
      'rs-70955 funders eu',
      'rs-70955 funders @Fond X',
      'rs-70955 periods strategy:2019/2022',
    ])
    expect(findings.flatMap(({ label }) => label ?? [])).toEqual(['Požega', 'novi  servis', 'Fond X'])
  })

  it('keeps the two best quotes with the sentence around them, their words the slice of the text', () => {
    const home = findings.find(({ code }) => code === 'home-care')
    expect(home).toMatchObject({ mentions: 3, confidence: 0.9, targetGroups: ['older-persons'], years: [2019, 2022] })
    expect(home?.quotes.map(({ sentence }) => sentence)).toEqual([
      'Pomoć u kući plaća Evropska unija.',
      'Pomoć u kući je najvažnija.',
    ])
    for (const { start, end, text, sentence } of findings.flatMap(({ quotes }) => quotes)) {
      expect(text).toBe(TEXT.slice(start, end))
      expect(sentence).toContain(text)
    }
  })

  it('says the same for each of several subjects', () => {
    const both = findingsOf({
      ...record,
      municipalities: record.municipalities.map((one) => ({ ...one, role: 'subject' as const })),
    })
    expect(both.filter(({ code }) => code === 'home-care').map(({ municipality }) => municipality)).toEqual([
      'rs-70955',
      'rs-71242',
    ])
    expect(both).toHaveLength(2 * findings.length)
  })

  it('finds nothing without a subject or a text', () => {
    expect(findingsOf({ ...record, municipalities: record.municipalities.slice(1) })).toEqual([])
    const { text: _, ...textless } = record
    expect(findingsOf(textless)).toEqual([])
  })

  it('takes the years of the programme or project where there is no strategy, open ends as such', () => {
    const yearsOf = (periods: AnalysisRecord['periods']) => findingsOf({ ...record, periods })[0]?.years
    const period = (role: 'project' | 'programme', start: string | null, end: string | null) => ({
      role,
      edtf: '2020',
      start,
      end,
      mentions: [at('2019')],
    })
    expect(yearsOf([period('project', '2020-03-01', '2020-10-31')])).toEqual([2020, 2020])
    expect(yearsOf([period('project', '2020-03-01', null), period('programme', null, '2027-12-31')])).toEqual([
      null,
      2027,
    ])
    expect(yearsOf([period('project', '2020-03-01', '2021-01-01'), period('project', '2019-01-01', null)])).toEqual([
      2019,
      null,
    ])
    expect(yearsOf([])).toEqual([null, null])
  })

  it('cuts a long sentence on word edges and keeps the words in it', () => {
    const filler = 'reč '.repeat(300)
    const text = `Ovo je ${filler}pomoć u kući ${filler}kraj.`
    const start = text.indexOf('pomoć')
    const mention = { ...at('stare'), start, end: start + 12, text: 'pomoć u kući' }
    const services = [{ concept: 'home-care', targetGroups: [], mentions: [mention] }]
    const long = findingsOf({ ...record, text, targetGroups: [], services, periods: [], funders: [] })
    const sentence = long.find(({ code }) => code === 'home-care')?.quotes[0]?.sentence ?? ''
    expect(sentence.length).toBeLessThanOrEqual(404)
    expect(sentence.length).toBeGreaterThan(350)
    expect(sentence).toMatch(/^… reč .*pomoć u kući.* reč …$/u)
  })
})
