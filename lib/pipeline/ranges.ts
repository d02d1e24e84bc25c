import { type Draft, picturesOf } from '../formats/part.ts'

/** Pages that are recognised by one job at most: what a function of the cloud does in less than a minute and a half. */
const LONGEST_RANGE = 10
/** So many jobs at least, where there are as many pages, so that no processor waits for another. */
const FEWEST_RANGES = 4
/** So many letters tell the language of a document. */
const ENOUGH = 5000

/** Pages of a draft that are to be recognised, in ranges: `[[1, 2, 3], [4, 5, 6], …]`. */
export function rangesOf(draft: Draft): number[][] {
  const pages = picturesOf(draft)
  const size = Math.min(LONGEST_RANGE, Math.ceil(pages.length / FEWEST_RANGES))
  return Array.from({ length: Math.ceil(pages.length / size) }, (_, i) => pages.slice(i * size, (i + 1) * size))
}

/** Words of a draft that need not be recognised: they tell the language of the others. */
export const knownOf = ({ pages }: Draft): string =>
  pages
    .filter(({ grade, isPicture }) => grade === 'good' && !isPicture)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, ENOUGH)
