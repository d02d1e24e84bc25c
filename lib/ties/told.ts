import { type Block, type Doc, firstInside, type Span } from '../text/index.ts'
import type { Service } from './mention.ts'

/** The blocks that answer for whom a project or a section is, and by the index of each the block that asks. */
export interface Audiences {
  readonly blocks: readonly Block[]
  readonly heads: ReadonlyMap<number, Block>
}

interface Given {
  readonly doc: Doc
  readonly services: readonly Service[]
  readonly cues: { readonly audience: readonly Span[] }
}

/** Characters between the first words of a line, a word of audience in it and the colon behind it, at most. */
const LINE = 25

/**
 * Where a text tells once for whom all its services are: below "Dla kogo?" or "Uczestnikiem może być osoba, która:", or in the line
 * "Ciljna grupa: …". What asks names no service.
 */
export function audiencesOf({ doc, services, cues }: Given): Audiences {
  const isHead = (block: Block): boolean =>
    (block.kind === 'heading' || block.kind === 'lead') &&
    firstInside(cues.audience, block) !== undefined &&
    !firstInside(services, block)
  const isLine = (block: Block): boolean => {
    const cue = block.kind === 'paragraph' ? firstInside(cues.audience, block) : undefined
    if (!cue || cue.start - block.start > LINE || firstInside(services, block)) return false
    const colon = doc.text.slice(cue.end, block.end).indexOf(':')
    return colon >= 0 && colon <= LINE
  }
  const asking = new Set(doc.blocks.filter(isHead).map(({ index }) => index))
  const heads = new Map<number, Block>()
  for (const block of doc.blocks) {
    const head = doc.blocks[block.parents.findLast((index) => asking.has(index)) ?? -1] ?? (isLine(block) && block)
    if (head) heads.set(block.index, head)
  }
  return { blocks: doc.blocks.filter(({ index }) => heads.has(index)), heads }
}

/** Does a block answer for whom the section is that holds another, or that the other heads? */
export function isToldOf({ heads }: Audiences, own: Block, { index, parents }: Block): boolean {
  const head = heads.get(own.index)
  if (!head || head.index === index || parents.includes(head.index)) return false
  const [section] = head.parents
  return section === undefined || section === index || parents.includes(section)
}
