import type { Doc } from '../../text/index.ts'
import type { Words } from './lists.ts'
import { endOfOpening } from './shape.ts'

/** Words of sport from which a text is a report of a game. */
const GAME = 3

/**
 * Is a text about a meeting of the whole country, or a game: "XVIII Ogólnopolska Konferencja Pracowników Socjalnych"? Its
 * towns are where people met or came from, or clubs.
 */
export function isGathering(doc: Doc, { national, games }: Words): boolean {
  const opening = endOfOpening(doc)
  return national.find(doc).some(({ start }) => start < opening) || games.find(doc).length >= GAME
}
