import type { Span } from './span.ts'

/** What a reader knows of a stretch of text beyond its letters: a heading of an HTML page, a running page header. */
export interface Mark extends Span {
  readonly kind: 'title' | 'heading' | 'item' | 'row' | 'boilerplate' | 'header' | 'footer'
  /** Depth of a heading (1 is the highest) or of a list. */
  readonly level?: number
}

/** A page of the source document in the text. `source` says whether the letters were there or had to be recognised. */
export interface Page extends Span {
  readonly number: number
  readonly source: 'text' | 'ocr'
  /** Mean confidence of recognition, 0 to 1; null where nothing was recognised. */
  readonly confidence: number | null
  readonly grade: 'good' | 'poor' | 'failed'
}
