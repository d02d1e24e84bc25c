import { type Doc, inOrder, inside, quote, type Span } from '../text/index.ts'
import type { Group } from './mention.ts'
import type { View } from './view.ts'

/** A group with the logarithm of the odds that a service is for it. */
interface Rated {
  readonly group: Group
  readonly odds: number
}

/** What separates groups, whatever words stand beside it. */
const APART = /[.:;()–—|\n]/u

/**
 * The same, with groups that are joined ("dzieci i młodzieży", "decu, mlade i odrasle") drawn half-way to the surest of
 * them: what is said of one is said of all.
 */
export function joined(view: View, rated: readonly Rated[]): Rated[] {
  const runs: Rated[][] = []
  for (const each of [...rated].sort((a, b) => inOrder(a.group, b.group))) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && isJoined(view.doc, view, [last.group, each.group])) run.push(each)
    else runs.push([each])
  }
  return runs.flatMap((run) => {
    const surest = Math.max(...run.map(({ odds }) => odds))
    return run.map(({ group, odds }) => ({ group, odds: (odds + surest) / 2 }))
  })
}

/** Do only words that join, or a comma, stand between two groups? */
export function isJoined(doc: Doc, { joints }: Pick<View, 'joints'>, [one, next]: readonly [Span, Span]): boolean {
  const between = { start: one.end, end: next.start }
  const words = quote(doc, between)
  return /\S/u.test(words) && !APART.test(words) && inside(doc.tokens, between).every(({ form }) => joints.has(form))
}
