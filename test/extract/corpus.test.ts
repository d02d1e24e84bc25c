import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { extractors } from '../../lib/extract/index.ts'
import { locales } from '../../lib/locales/index.ts'
import { docOf, normalize, quote } from '../../lib/text/index.ts'

/** A text and what must be found in it: the words, whichever fields of their value matter, the rule. Nothing else may be found. */
const Corpus = z.array(
  z.strictObject({ text: z.string(), find: z.array(z.object({ quote: z.string() }).catchall(z.unknown())) }),
)

const root = join(import.meta.dirname, '..', 'corpus')
const filesOf = (language: string): string[] =>
  readdirSync(join(root, language), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yml'))

/** `target-groups.yml` holds the corpus of the dimension `targetGroups`. */
const dimensionOf = (file: string): string =>
  basename(file, '.yml').replace(/-(\p{L})/gu, (_, letter) => letter.toUpperCase())

for (const locale of locales)
  for (const file of filesOf(locale.language))
    describe(`${locale.language}/${file}`, () => {
      const extractor = extractors.find(({ dimension }) => dimension === dimensionOf(file))
      const corpus = Corpus.parse(parse(readFileSync(join(root, locale.language, file), 'utf8')))

      it.each(corpus)('$text', ({ text, find }) => {
        const doc = docOf({ text: normalize(text), pages: [], marks: [] }, locale)
        const found = extractor
          ?.extract(doc, locale)
          .map((one) => ({ ...one.value, rule: one.rule, quote: quote(doc, one) }))
        expect(extractor, `no extractor of ${dimensionOf(file)} in lib/extract/index.ts`).toBeDefined()
        for (const wanted of find) expect(found).toContainEqual(expect.objectContaining(wanted))
        const unwanted = found?.filter((one) => !isCandidate(one) && !find.some((wanted) => holds(one, wanted)))
        expect(unwanted).toEqual([])
      })
    })

const holds = (found: object, wanted: object): boolean => expect.objectContaining(wanted).asymmetricMatch(found)

/** A word bound to groups is no find yet: the ties decide, which the tests of the refiners hold. */
const isCandidate = ({ rule }: { readonly rule: string }): boolean => rule === 'service/group'
