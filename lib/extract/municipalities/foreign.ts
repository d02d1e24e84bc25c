import type { Doc } from '../../text/index.ts'
import type { Words } from './lists.ts'
import { endOfOpening } from './shape.ts'

/** Words of sport from which a text is a report of a game. */
const GAME = 3

/**
 * Is it of people from the whole country, or a report of a game: "XVIII Ogólnopolska Konferencja Pracowników Socjalnych"?
 * Towns are there where they met, whence they came, and clubs.
 */
export function isForeign(doc: Doc, { national, games }: Words): boolean {
  const opening = endOfOpening(doc)
  return national.find(doc).some(({ start }) => start < opening) || games.find(doc).length >= GAME
}
