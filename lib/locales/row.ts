import type { AdjectiveEnding } from '../inflect/index.ts'
import { type Doc, quote, type Token } from '../text/index.ts'
import { push } from './words.ts'

/** Where a phrase goes on that leaps, and by which adjective it then names; tokens. */
export interface Leap {
  readonly to: number
  readonly own: number
}

/** Token → where a phrase may go on instead of there. */
export type Leaps = ReadonlyMap<number, readonly Leap[]>

/** What adjectives are told by, and the words that join two of them: "i", "oraz". */
interface Adjectives {
  readonly endingOf: AdjectiveEnding
  readonly joints: ReadonlySet<string>
}

/** What stands between two members of a row, joints aside. */
const BETWEEN = /^\s?,?\s(?:\p{L}+\s)?$/u

/**
 * Adjectives of one noun stand in a row, and what is said of the noun with one of them is said with each: in "poradnictwo
 * psychologiczne, prawne i socjalne" a phrase leaps from "poradnictwo" to "prawne", in "psihološka i pravna pomoć" from
 * "psihološka" to "pomoć".
 */
export function leapsIn(doc: Pick<Doc, 'tokens' | 'text'>, adjectives: Adjectives): Leaps {
  const leaps = new Map<number, Leap[]>()
  for (const row of rowsIn(doc, adjectives)) {
    const [first = 0, last = 0] = [row[0], row.at(-1)]
    for (const member of row.slice(1)) push(leaps, first, { to: member, own: member })
    for (const member of row.slice(0, -1)) push(leaps, member + 1, { to: last + 1, own: member })
  }
  return leaps
}

/** Runs of two or more adjectives that end alike, with no more than commas and joints between, as their tokens. */
function rowsIn(doc: Pick<Doc, 'tokens' | 'text'>, { endingOf, joints }: Adjectives): number[][] {
  const rows: number[][] = []
  let row: Token[] = []
  const close = (): void => {
    if (row.length > 1) rows.push(row.map(({ index }) => index))
  }
  for (const token of doc.tokens) {
    if (joints.has(token.form)) continue
    const last = row.at(-1)
    const ending = endingOf(token.form)
    if (last && ending !== undefined && ending === endingOf(last.form) && isJoined(doc, last, token)) row.push(token)
    else {
      close()
      row = ending === undefined ? [] : [token]
    }
  }
  close()
  return rows
}

/** Does a comma or a joint stand between two tokens, and nothing else? */
function isJoined(doc: Pick<Doc, 'text'>, one: Token, next: Token): boolean {
  const between = quote(doc, { start: one.end, end: next.start })
  return next.index - one.index <= 2 && (between.includes(',') || next.index - one.index === 2) && BETWEEN.test(between)
}
