import type { Block, Doc } from '../text/index.ts'

/** What an item begins with: a letter or number and what closes it, or a sign. */
const MARK =
  /^(?:(?<small>\(?\p{Ll}{1,4}[.)])|(?<capital>\(?\p{Lu}{1,4}[.)])|(?<number>\(?[\d.]+\)?)|(?<sign>[^\p{L}\p{N}\s]))\s/u
/** Characters of a mark, at most. */
const LONGEST = 8

/** An item of a list that others may stand under. */
interface Open {
  readonly index: number
  readonly mark: string
  readonly indent: number
}

/**
 * The item that each item of a list within a list stands under, by index: "A) za starija lica" over "– dostava obroka".
 * Within is what stands further in than the item before, or begins with another mark.
 */
export function outerItems({ text, blocks }: Pick<Doc, 'text' | 'blocks'>): ReadonlyMap<number, number> {
  const outer = new Map<number, number>()
  let open: Open[] = []
  for (const block of blocks) {
    const item = block.kind === 'item' ? shapeOf(text, block) : undefined
    const same = open.findIndex(({ mark, indent }) => mark === item?.mark && indent === item.indent)
    open = item ? open.slice(0, same < 0 ? open.length : same).filter(({ indent }) => indent <= item.indent) : []
    const above = open.at(-1)
    if (above) outer.set(block.index, above.index)
    if (item) open.push(item)
    if (open.length > DEEPEST) open.shift()
  }
  return outer
}

/** Lists within lists, at most. */
const DEEPEST = 6

function shapeOf(text: string, { index, level, start }: Block): Open {
  const groups = MARK.exec(text.slice(start, start + LONGEST))?.groups ?? {}
  const [kind = '', sign] = Object.entries(groups).find(([, found]) => found !== undefined) ?? []
  const before = text.slice(Math.max(0, start - FURTHEST), start)
  return {
    index,
    mark: `${kind === 'sign' ? sign : kind} ${level}`,
    indent: before.length - 1 - before.lastIndexOf('\n'),
  }
}

/** Characters that an item is set in, at most. */
const FURTHEST = 80
