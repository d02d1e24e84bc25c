import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { localeOf } from '../../lib/locales/index.ts'
import { mentionsIn } from '../../lib/pipeline/index.ts'
import { normalize, quote } from '../../lib/text/index.ts'

/** A text and the words of the groups and services that stand in it when all refiners have run. */
const Cases = z.array(z.strictObject({ text: z.string(), groups: z.array(z.string()), services: z.array(z.string()) }))

describe.each(['sr', 'pl'])('%s: who is served and what is offered', (language) => {
  const locale = localeOf(language)
  const path = join(import.meta.dirname, `${language}.yml`)
  test.each(Cases.parse(parse(readFileSync(path, 'utf8'))))('$text', ({ text, groups, services }) => {
    if (!locale) throw new Error(`no locale ${language}`)
    const { doc, found } = mentionsIn(locale, { text: normalize(text), pages: [], marks: [] })
    const words = (dimension: string) => [
      ...new Set(found.filter((one) => one.dimension === dimension).map((one) => quote(doc, one))),
    ]
    expect({ groups: words('targetGroups'), services: words('services') }).toEqual({ groups, services })
  })
})
