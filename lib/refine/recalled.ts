import type { Found } from '../extract/extractor.ts'
import { scopeOf } from '../extract/scope.ts'
import { blockAt, type Doc, firstInside, inOrder } from '../text/index.ts'
import { conceptOf, type Refiner } from './refiner.ts'

const GENERAL = 'children'
/** Children and groups of them. */
const CHILDREN = /^(?:street-)?children\b/u

/**
 * Children who are counted or pointed at are those named before them: "ličnog pratioca imaju deca sa smetnjama u razvoju;
 * prošle godine koristilo ga je 61 dete", "za ovu decu nema boravka" speak of no children beside them, where it is one paragraph.
 */
export const recalled: Refiner = (found, { doc, locale }) => {
  const children = found
    .filter((mention) => mention.dimension === 'targetGroups' && CHILDREN.test(conceptOf(mention)))
    .sort(inOrder)
  const { pointing } = scopeOf(locale)
  const left = new Set<Found>()
  let named: Found | undefined
  for (const child of children) {
    if (!isBare(doc, child, pointing)) named = child
    else if (named && conceptOf(named) !== GENERAL && blockAt(doc, named.start) === blockAt(doc, child.start))
      left.add(child)
  }
  return found.filter((mention) => !left.has(mention))
}

/** Is it one word for children behind a number or a word that points at them? */
function isBare(doc: Doc, child: Found, pointing: ReadonlySet<string>): boolean {
  if (conceptOf(child) !== GENERAL || /\s/u.test(doc.text.slice(child.start, child.end))) return false
  const before = doc.tokens[(firstInside(doc.tokens, child)?.index ?? 0) - 1]
  if (!before || !/^\s+$/u.test(doc.text.slice(before.end, child.start))) return false
  return pointing.has(before.form) || /^\d/u.test(before.form)
}
