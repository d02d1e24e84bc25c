import type { Dimension, PeriodRole } from '../contract/index.ts'
import type { Locale } from '../locales/locale.ts'
import type { Doc, Span } from '../text/index.ts'

/** What a mention of each dimension says. */
export interface Values {
  municipalities: {
    readonly id: string
    readonly country: string
    readonly name: string
    readonly role: 'subject' | 'mentioned'
  }
  targetGroups: { readonly concept: string }
  services: { readonly concept: string | null; readonly label?: string }
  periods: {
    readonly role: PeriodRole
    readonly edtf: string
    readonly start: string | null
    readonly end: string | null
  }
  funders: {
    readonly id: string | null
    readonly type: 'organisation' | 'programme'
    readonly parent: string | null
    readonly name: string
  }
}

/** Words found in a text that speak for a claim, with the rule that found them and why, in words: of any dimension, or of one. */
export type Found<D extends Dimension = Dimension> = { readonly [Each in D]: FoundIn<Each> }[D]

interface FoundIn<D extends Dimension> extends Span {
  readonly dimension: D
  readonly value: Values[D]
  readonly rule: string
  readonly confidence: number
  readonly because: string
}

/** Finds the mentions of one dimension. Unsure means no mention; it never throws for a text. */
export interface Extractor<D extends Dimension = Dimension> {
  readonly dimension: D
  extract(doc: Doc, locale: Locale): Found<D>[]
}
