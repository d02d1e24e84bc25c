import type { Hit } from '../../locales/index.ts'
import { once } from '../../text/index.ts'
import type { Money } from './money.ts'
import type { Spending } from './towns.ts'
import type { Words } from './words.ts'

/** " projektu koji ": a relative clause of what stands behind the payer. */
export const relativeIn = once(({ relative }: Words) => new RegExp(`\\S\\s(?:${relative})\\s`, 'u'))

/** So many words stand between an auxiliary and the verb that it goes with. */
const FRAME = 12

/** "Grad je za ovu uslugu do kraja godine opredelio": an auxiliary right behind its subject goes with the verb that ends the clause. */
export function isFramed({ doc, words }: Money, actor: Hit, verb: Spending): boolean {
  const [auxiliary, ...between] = doc.tokens.slice(actor.last, verb.first)
  if (verb.id !== 'spending' || !auxiliary || !words.copulas.has(auxiliary.form) || between.length > FRAME) return false
  return !between.some(({ form }) => words.copulas.has(form) || words.negations.has(form) || words.turning.has(form))
}
