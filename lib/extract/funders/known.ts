import { type Funder, funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { blockAt, contains, type Span } from '../../text/index.ts'
import type { Found } from '../extractor.ts'
import { type Money, opensItem, type Reason, reasonFor, wordBefore } from './money.ts'

/** Known funders of the list, where the text says that they give. */
export function known(money: Money): Found<'funders'>[] {
  const rows = fundedRows(money)
  return money.names.flatMap((hit) => {
    const listed = funder(hit.id)
    if (!listed) return []
    const reason = reasonFor(money, hit) ?? standing(money, hit, listed) ?? inRow(rows, hit, listed)
    return reason ? [foundOf(hit, listed, { money, reason })] : []
  })
}

const inRow = (rows: readonly Span[], hit: Hit, { type }: Funder): Reason | undefined =>
  type === 'programme' && rows.some((row) => contains(row, hit))
    ? { rule: 'funder/row', confidence: 0.8, because: 'a programme in a row that tells a source of money' }
    : undefined

/** Without any cue: money out of a budget ("iz gradskog budžeta"), a programme that is called one ("program „Opieka 75+”"). */
function standing(money: Money, hit: Hit, { type, kind }: Funder): Reason | undefined {
  if (money.govern(hit)) return undefined
  const { doc, words, heads } = money
  const called = heads.some(
    (head) =>
      head.id === 'programme' && head.end <= hit.start && /^[\s„"“”«»]*$/u.test(doc.text.slice(head.end, hit.start)),
  )
  if (type === 'programme' && called)
    return { rule: 'funder/programme', confidence: 0.75, because: 'called a programme' }
  if (type === 'programme' && opensItem(money.doc, hit) && isFundedList(money, hit))
    return { rule: 'funder/listed', confidence: 0.7, because: 'opens an item of a list of paid programmes' }
  const budget = kind === 'local-budget' || kind === 'national'
  return budget && words.outOf.has(wordBefore(money, hit))
    ? { rule: 'funder/out-of', confidence: 0.8, because: 'money comes out of it' }
    : undefined
}

/** Does the item, or a heading, lead or title above it speak of money or aid given? */
function isFundedList({ doc, words }: Money, hit: Hit): boolean {
  const item = blockAt(doc, hit.start)
  const above = [item?.index ?? -1, ...(item?.parents ?? [])].flatMap((index) => doc.blocks[index] ?? [])
  const tokens = doc.tokens.filter((token) => above.some((block) => contains(block, token)))
  return words.stances.find({ tokens, blocks: doc.blocks }).some(({ id }) => id === 'giving')
}

/** Rows of a table that tell a source of money. */
const fundedRows = ({ doc, zones, names }: Money): Span[] =>
  doc.blocks.filter(
    (block) =>
      block.kind === 'row' &&
      zones.some(
        (zone) => zone.rule === 'funder/column' && contains(block, zone) && names.some((hit) => contains(zone, hit)),
      ),
  )

interface Grounds {
  readonly money: Money
  readonly reason: Reason
}

function foundOf(
  { start, end, id }: Hit,
  { type, parent, names }: Funder,
  { money, reason }: Grounds,
): Found<'funders'> {
  const name = (money.language === 'pl' ? names.pl : names.sr) ?? names.en
  return { dimension: 'funders', start, end, value: { id, type, parent, name }, ...reason }
}
