import * as z from 'zod'
import type { Found } from '../extract/extractor.ts'
import { Lexicon, type Locale, perLocale } from '../locales/index.ts'
import { type Doc, fold, inOrder, inside, type Span } from '../text/index.ts'

export type Service = Found<'services'>
export type Group = Found<'targetGroups'>

/** Words that tie, in one language. */
interface Words {
  readonly turns: ReadonlySet<string>
  readonly purposes: ReadonlySet<string>
  readonly beneficiary: Lexicon
}

/** A document's services and groups in reading order, and the words that tie them. */
export interface View extends Words {
  readonly doc: Doc
  readonly services: readonly Service[]
  readonly groups: readonly Group[]
}

const Scope = z.object({ beneficiary: z.array(z.string()), purposes: z.array(z.string()), turns: z.array(z.string()) })

export const viewOf = (doc: Doc, locale: Locale, found: readonly Found[]): View => ({
  ...wordsOf(locale),
  doc,
  services: found.filter((f): f is Service => f.dimension === 'services').sort(inOrder),
  groups: found.filter((f): f is Group => f.dimension === 'targetGroups').sort(inOrder),
})

/** The spans, in reading order, that lie whole in another. */
export const within = <S extends Span>(spans: readonly S[], outer: Span): S[] => inside(spans, outer)

/** Does a word of purpose stand in this stretch of text, as "za" in "klub za mlade"? */
export const hasPurpose = ({ doc, purposes }: Pick<View, 'doc' | 'purposes'>, stretch: Span): boolean =>
  within(doc.tokens, stretch).some((token) => purposes.has(token.form))

const wordsOf = perLocale((locale): Words => {
  const scope = Scope.parse(locale.lists['scope'])
  return {
    turns: new Set(scope.turns.map(fold)),
    purposes: new Set(scope.purposes.map(fold)),
    beneficiary: new Lexicon([['beneficiary', scope.beneficiary]], locale.inflect),
  }
})
