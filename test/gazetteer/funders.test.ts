import { describe, expect, it } from 'vitest'
import { funderHits } from '../../lib/extract/givers.ts'
import { funder, funders } from '../../lib/gazetteer/funders.ts'
import { locales } from '../../lib/locales/index.ts'
import { docOf, normalize } from '../../lib/text/index.ts'

describe('funders', () => {
  it('have ids of their own and parents that are listed, without a circle', () => {
    expect(new Set(funders().map(({ id }) => id)).size).toBe(funders().length)
    for (const { id } of funders()) {
      const above: string[] = []
      for (let at = funder(id)?.parent; at; at = funder(at)?.parent) {
        expect(funder(at), `${id} < ${at}`).toBeDefined()
        expect(above).not.toContain(at)
        above.push(at)
      }
    }
  })

  it('have a name and a phrase in the language of each of their countries', () => {
    const languages = { RS: 'sr', PL: 'pl' } as const
    for (const { id, countries, names, patterns } of funders())
      for (const country of countries) {
        const language = languages[country as keyof typeof languages]
        expect(names[language] ?? names.en, id).toBeTruthy()
        expect(
          [...(patterns[language] ?? []), ...(patterns['any'] ?? [])].length,
          `${id} in ${language}`,
        ).toBeGreaterThan(0)
      }
  })

  it('give no phrase to two funders of one language', () => {
    for (const language of ['sr', 'pl']) {
      const phrases = funders().flatMap(({ patterns }) => [...(patterns['any'] ?? []), ...(patterns[language] ?? [])])
      expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([])
    }
  })

  it('are read in capitals only where they are acronyms', () => {
    const [, polish] = locales
    if (!polish) throw new Error('no Polish')
    const doc = docOf({ text: normalize('Cebula, Fiołek i PFRON-u'), pages: [], marks: [] }, polish)
    expect(funderHits(doc, polish).map(({ id }) => id)).toEqual(['pfron'])
  })
})
