import { funder } from '../../gazetteer/funders.ts'
import type { Span } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import type { Money, Reason } from './money.ts'

/** A funder of the list, by its id, and why it gives. */
export interface Claim extends Reason {
  readonly id: string
}

/** The claim that these words make: that a funder of the list gives, under its name in the language of the text. */
export function claimOf({ locale }: Money, { start, end }: Span, { id, ...reason }: Claim): Found<'funders'> {
  const listed = funder(id)
  const name = listed?.names[locale.language] ?? listed?.names.en ?? id
  const value = { id, type: listed?.type ?? 'organisation', parent: listed?.parent ?? null, name } as const
  return { dimension: 'funders', start, end, value, ...reason }
}
