import type { Found } from '../extract/extractor.ts'
import type { Locale } from '../locales/locale.ts'
import { at, blockAt, type Doc, inOrder, type Span } from '../text/index.ts'
import type { Weights } from '../ties/index.ts'

/** What a refiner knows beside the mentions. */
export interface Context {
  readonly doc: Doc
  readonly locale: Locale
  /** What decides which service is for whom; left out while it is still to be learned. */
  readonly ties?: Weights | undefined
}

/** Mentions → the mentions that stay. A refiner only takes away or weakens; it never moves or invents words. */
export type Refiner = (found: readonly Found[], context: Context) => readonly Found[]

/** Dimensions whose mentions the words around them can void. The others judge their own surroundings. */
export const isConcept = (mention: Found): mention is Found<'services' | 'targetGroups'> =>
  mention.dimension === 'services' || mention.dimension === 'targetGroups'

/** Is it a word that names a service only for certain groups? Until the ties have decided it speaks for nothing. */
export const isBound = ({ rule }: Pick<Found, 'rule'>): boolean => rule === 'service/group'

/** Services that stand by themselves, in reading order. */
export const servicesOf = (found: readonly Found[]): Found[] =>
  found.filter((mention) => mention.dimension === 'services' && !isBound(mention)).sort(inOrder)

/** Does it name its concept by words that are enough by themselves? */
export const isSure = ({ rule }: Pick<Found, 'rule'>): boolean => rule.endsWith('/lexicon')

/** The concept of a group or a service, empty for what has none. */
export const conceptOf = (mention: Found): string => (isConcept(mention) && mention.value.concept) || ''

/** Is it all that an item, a cell or a heading says? */
export function fills(doc: Doc, { start, end }: Span): boolean {
  const block = blockAt(doc, start)
  if (!block || block.kind === 'paragraph') return false
  const whole = at(block.cells, start) ?? block
  return !/\p{L}/u.test(doc.text.slice(whole.start, start) + doc.text.slice(end, whole.end))
}
