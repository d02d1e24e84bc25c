import type { Place } from '../../gazetteer/index.ts'
import type { Doc } from '../../text/index.ts'
import { isDerived, stemsOf } from './derived.ts'
import type { Words } from './lists.ts'
import { isAround } from './portal.ts'
import type { Resolved } from './resolve.ts'
import { isSilent, isSilentBlock } from './sighting.ts'

/** Words at the top of a page among which its name and path stand. */
const TOP = 200

/**
 * The one place of the document that the page names above the article, in its own name or its path: `KIKINDSKI GLAS |
 * Naslovna`, `Početna / Mačva / Bogatić`. Nothing there is a mention, but the portal of a town writes of its town.
 * Undefined where it names none or several.
 */
export function mastheadPlace(doc: Doc, resolved: readonly Resolved[], words: Words): Place | undefined {
  const top = doc.blocks.find((block) => !isSilentBlock(block))?.start ?? 0
  const tokens = doc.tokens.slice(0, TOP).filter((token) => token.start < top && isSilent(doc, token))
  if (!tokens.length) return undefined
  const stems = Map.groupBy(stemsOf(resolved, words), ({ place }) => place)
  const named = [...Map.groupBy(resolved, ({ place }) => place)].filter(([place, [one]]) =>
    tokens.some(
      (token, i) =>
        token.capital &&
        !isAround(doc, token, words) &&
        (one?.sighting.name.words.every(({ forms }, k) => forms.has(tokens[i + k]?.form ?? '')) ||
          stems.get(place)?.some((stem) => isDerived(token, stem, words))),
    ),
  )
  return named.length === 1 ? named[0]?.[0] : undefined
}
