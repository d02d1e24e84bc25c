import { blockAt, type Doc, type Token } from '../../text/index.ts'
import type { Name, NameIndex } from './names.ts'
import { isSilent, type Sighting } from './sighting.ts'

/** Between the adjectives of one list: `powiatów: łobeskiego, szczecineckiego i wałeckiego`. */
const FIRST = /^:?\s{1,3}$/u
const NEXT = /^(?:,\s{1,3}|,?\s(?:\p{L}+\s)?)$/u

/**
 * Units named by adjectives behind one word for all: `powiatów: łobeskiego, szczecineckiego i wałeckiego`. The first of
 * them is a name of two words like any other where no colon stands between.
 */
export function listedUnits(doc: Doc, names: NameIndex, joints: ReadonlySet<string>): Sighting[] {
  return doc.tokens.flatMap((head, i) => {
    const units = names.units.get(head.form)?.filter(({ words }) => words.length === 2)
    if (!units?.length || isSilent(doc, head)) return []
    const found: Sighting[] = []
    for (let at = i + 1, before = head; ; ) {
      const token = doc.tokens[at]
      const name = token && units.find(({ words }) => words[1]?.forms.has(token.form))
      const gap = doc.text.slice(before.end, token?.start)
      const fits = before === head ? FIRST.test(gap) : NEXT.test(gap)
      if (!token || !name || !fits || blockAt(doc, token.start) !== blockAt(doc, head.start)) break
      found.push(sightingOf(token, name))
      before = token
      at += joints.has(doc.tokens[at + 1]?.form ?? '') ? 2 : 1
    }
    return found.length > 1 ? found.slice(found[0]?.first === i + 1 && isJoined(doc, head, found[0]) ? 1 : 0) : []
  })
}

const isJoined = (doc: Doc, head: Token, { start }: Sighting): boolean => /^\s+$/u.test(doc.text.slice(head.end, start))

const sightingOf = ({ start, end, index }: Token, name: Name): Sighting => ({
  start,
  end,
  first: index,
  last: index + 1,
  name,
  form: name.key,
  exact: true,
})
