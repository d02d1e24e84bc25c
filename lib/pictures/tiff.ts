/** What a directory of a TIFF says of a tag, 256 is the width: its numbers, read when they are asked for. */
export type Tags = (tag: number) => readonly number[]

/** Pictures that one file holds at most, and tags of one of them. */
const MOST_PICTURES = 1000
const MOST_TAGS = 1000
/** Numbers of a tag that are read: as many strips as the tallest picture may have. */
const MOST_NUMBERS = 20_000
/** Bytes of a number by its type: of bytes, shorts and longs; others are left out. */
const SIZES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 }

/**
 * The directories of a TIFF, a chain: number of entries, entries of twelve bytes, offset of the next. One that leads back to
 * where it has been ends there.
 */
export function directoriesIn(view: DataView): { offset: number; tags: Tags }[] {
  const isLittle = view.getUint8(0) === 0x49
  const directories = new Map<number, Tags>()
  let offset = view.getUint32(4, isLittle)
  while (offset && !directories.has(offset) && directories.size < MOST_PICTURES) {
    const count = view.getUint16(offset, isLittle)
    const first = offset + 2
    const end = first + 12 * Math.min(count, MOST_TAGS)
    directories.set(offset, (tag) => {
      for (let entry = first; entry < end; entry += 12)
        if (view.getUint16(entry, isLittle) === tag) return numbersAt(view, entry, isLittle)
      return []
    })
    offset = view.getUint32(first + 12 * count, isLittle)
  }
  return Array.from(directories, ([offset, tags]) => ({ offset, tags }))
}

/** The numbers of an entry: they stand in its last four bytes, or where these point to. */
function numbersAt(view: DataView, entry: number, isLittle: boolean): number[] {
  const size = SIZES[view.getUint16(entry + 2, isLittle)]
  if (!size) return []
  const count = Math.min(MOST_NUMBERS, view.getUint32(entry + 4, isLittle))
  const start = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle)
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size
    if (size === 1) return view.getUint8(at)
    return size === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle)
  })
}
