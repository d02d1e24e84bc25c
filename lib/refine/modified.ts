import type { Refiner } from './refiner.ts'

/** Groups that a word before them narrows: the pupils of "romski učenici", the women of "nezaposlene žene", those in "matki w trudnej sytuacji życiowej". */
const NARROWED: ReadonlySet<string> = new Set(['children', 'youth', 'women', 'vulnerable-groups'])

/** A general group right behind the word of another is no group of its own: "stipendije za romske učenike" are for Roma. */
export const modified: Refiner = (found, { doc }) => {
  const groups = found.filter((mention) => mention.dimension === 'targetGroups')
  const ends = new Set(groups.map((group) => group.end))
  return found.filter((group) => {
    if (group.dimension !== 'targetGroups' || !('concept' in group.value)) return true
    const space = /\s+$/u.exec(doc.text.slice(Math.max(0, group.start - 3), group.start))?.[0].length ?? 0
    return !NARROWED.has(group.value.concept ?? '') || space === 0 || !ends.has(group.start - space)
  })
}
