import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { localeOf } from '../../lib/locales/index.ts'
import { mentionsIn } from '../../lib/pipeline/analyse.ts'
import { normalize } from '../../lib/text/index.ts'
import { fitted } from '../../lib/ties/index.ts'

const Cases = z.array(
  z.strictObject({ language: z.string(), title: z.string(), text: z.string(), services: z.array(z.string()) }),
)
const cases = Cases.parse(parse(readFileSync(join(import.meta.dirname, 'company.yml'), 'utf8')))

describe('what is told in passing', () => {
  it.each(cases)('$language: $title', ({ language, text, services }) => {
    const locale = localeOf(language)
    if (!locale) throw new Error(`no locale ${language}`)
    const { found } = mentionsIn(locale, { text: normalize(text), pages: [], marks: [] }, fitted)
    const named = found.flatMap(({ dimension, value }) =>
      dimension === 'services' && 'concept' in value ? [value.concept] : [],
    )
    expect([...new Set(named)].sort()).toEqual([...services].sort())
  })
})
