import { at, type Doc } from '../../text/index.ts'
import type { Told } from './apposed.ts'
import type { Words } from './lists.ts'
import type { Name, NameWord } from './names.ts'
import type { Scene } from './scene.ts'
import { isSilent, type Sighting } from './sighting.ts'
import { agrees } from './spelling.ts'

const SHORTEST = 4

/**
 * Sightings with the short names of a document added: where it names Bačka Palanka, `Palanka` alone means it too. A
 * short name that is another, smaller municipality's whole name (`Biała` beside Biała Podlaska) is read as short, but
 * not where it stands behind a head word (`gmina Biała`), or before the long name, more often than the long name stands.
 */
export function withShort(
  doc: Doc,
  sightings: readonly Sighting[],
  { words, found, told }: Pick<Scene, 'words' | 'found'> & { readonly told: ReadonlyMap<Sighting, Told> },
): Sighting[] {
  const short = shortNames(sightings, words)
  if (!short.size) return [...sightings]
  const added: Sighting[] = []
  const hidden = new Set<Sighting>()
  const isOwn = ownNames(sightings, found)
  for (const token of doc.tokens) {
    const entry = token.capital ? short.get(token.form) : undefined
    if (!entry || isSilent(doc, token)) continue
    const there = at(sightings, token.start)
    // "w Białej (powiat prudnicki)" is not Biała Podlaska.
    if (there && told.has(there) && !entry.name.places.some((place) => told.get(there)?.holds(place))) continue
    if (there && (there.last - there.first > 1 || isOwn(there.name, entry.name))) continue
    if (there) hidden.add(there)
    const exact = agrees(doc.text.slice(token.start, token.end), entry.word.lemma, words.soft)
    const { start, end, form, index } = token
    added.push({ start, end, first: index, last: index + 1, name: entry.name, form, exact, short: true })
  }
  return [...sightings.filter((one) => !hidden.has(one)), ...added].sort((a, b) => a.start - b.start)
}

/** Tells of a name whether it stands for itself in the document, and not for the longer one. */
function ownNames(sightings: readonly Sighting[], found: Scene['found']): (name: Name, long: Name) => boolean {
  const byName = Map.groupBy(sightings, ({ name }) => name)
  const headed = new Map(
    [...byName].map(([name, group]) => [name, group.filter(({ first }) => found.heads.behind.has(first)).length]),
  )
  return (name, long) => {
    const full = byName.get(long) ?? []
    const next = byName.get(name)?.[full.length]
    const heads = headed.get(name) ?? 0
    // Where only the long name has a head word, "miasto Bielsk Podlaski", the short one is its daily form.
    const often = next !== undefined && next.start < (full[0]?.start ?? 0) && (heads > 0 || !headed.get(long))
    return sizeOf(name) >= sizeOf(long) || often || heads > full.length
  }
}

const sizeOf = (name: Name): number => name.places[0]?.population ?? 0

interface Short {
  readonly name: Name
  readonly word: NameWord
}

/** Forms that may stand for a long name of the document; the name that is seen most often takes a form that two share. */
function shortNames(sightings: readonly Sighting[], words: Words): Map<string, Short> {
  const counted = [...Map.groupBy(sightings, ({ name }) => name)].sort(([, a], [, b]) => a.length - b.length)
  const short = new Map<string, Short>()
  for (const [name] of counted) {
    const word = nounOf(name, words)
    for (const form of word?.forms ?? []) if (word) short.set(form, { name, word })
  }
  return short
}

/** The word that a name is called by: the first, or behind an adjective such as "Novi" the second. */
function nounOf({ words }: Name, { openers, generic }: Words): NameWord | undefined {
  const [first, second] = words
  if (!first || !second || !/^\p{Lu}/u.test(first.lemma)) return undefined
  const noun = [...first.forms].some((form) => openers.has(form)) ? second : first
  const isName = /^\p{Lu}/u.test(noun.lemma) && noun.lemma.length >= SHORTEST
  return isName && ![...noun.forms].some((form) => generic.has(form)) ? noun : undefined
}
