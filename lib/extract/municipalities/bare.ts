import { type Block, blockAt, type Doc, fold, inside } from '../../text/index.ts'
import type { Words } from './lists.ts'
import { portalNames } from './portal.ts'
import type { Sighting } from './sighting.ts'

/** From so many bare names in a row they are a menu, or the list of those who may apply. */
const LIST = 4
/** What stands between names in a line of a menu: `Vranje :: Bujanovac :: Preševo`. A comma is prose. */
const SEPARATOR = /^[^\p{L}\p{N},;.]+$/u

/** In the name of a portal commas do: `Južne vesti - Leskovac, Niš, Pirot, Vranje - vesti`; a mark parts them from the rest. */
const COMMA = /^,\s$/u
const MARK = /\s[-–—|:•]+\s$/u
const MARKED = /^\s[-–—|•]/u

/**
 * Names that say nothing of what a text is about, since they stand in a list of nothing but names: the towns of a
 * portal in its menu, one a line or in one line. `Opština Bogatić` in the text below speaks, the menu does not.
 */
export function bareNames(doc: Doc, sightings: readonly Sighting[], words: Words): Set<Sighting> {
  return new Set([
    ...inLines(doc, sightings),
    ...inBlocks(doc, sightings),
    ...inTitle(doc, sightings),
    ...portalNames(doc, sightings, words),
  ])
}

function inTitle(doc: Doc, sightings: readonly Sighting[]): Sighting[] {
  const title = doc.blocks.find(({ kind }) => kind === 'title')
  if (!title) return []
  const listed = runs(inside(sightings, title), (a, b) => COMMA.test(doc.text.slice(a.end, b.start)))
  const [first, last] = [listed[0], listed.at(-1)]
  const isMarked =
    first &&
    last &&
    MARK.test(doc.text.slice(title.start, first.start)) &&
    MARKED.test(doc.text.slice(last.end, title.end))
  return isMarked ? listed : []
}

function inLines(doc: Doc, sightings: readonly Sighting[]): Sighting[] {
  return runs(
    sightings,
    (a, b) => SEPARATOR.test(doc.text.slice(a.end, b.start)) && blockAt(doc, a.start) === blockAt(doc, b.start),
  )
}

function inBlocks(doc: Doc, sightings: readonly Sighting[]): Sighting[] {
  const only = new Map<Block, Sighting>()
  for (const sighting of sightings) {
    const block = blockAt(doc, sighting.start)
    if (block && isOnly(doc, block, sighting)) only.set(block, sighting)
  }
  const places = new Map(doc.blocks.map((block, i) => [block, i]))
  const alone = [...only].map(([block, sighting]) => ({ at: places.get(block) ?? 0, sighting }))
  return runs(alone, (a, b) => b.at === a.at + 1).map(({ sighting }) => sighting)
}

const isOnly = (doc: Doc, { start, end }: Block, sighting: Sighting): boolean =>
  !/[\p{L}\p{N}]/u.test(fold(doc.text.slice(start, sighting.start)) + doc.text.slice(sighting.end, end))

/** The members of runs of at least `LIST` in which each goes with the next. */
function runs<T>(items: readonly T[], goes: (a: T, b: T) => boolean): T[] {
  const found: T[][] = []
  items.forEach((item, i) => {
    const before = items[i - 1]
    const run = found.at(-1)
    if (run && before !== undefined && goes(before, item)) run.push(item)
    else found.push([item])
  })
  return found.filter((run) => run.length >= LIST).flat()
}
