import type { FileReading, Unread } from '../formats/index.ts'
import { isUnread, picturesOf } from '../formats/part.ts'
import type { Workbench } from './context.ts'
import { knownOf, rangesOf } from './ranges.ts'

/** Told of the recognised pages of a file: how many there are so far, and of how many. */
export type Told = (done: number, total: number) => void

type Tools = Omit<Workbench, 'analyse'>

/** Reads a file to its end in one go: what stands there as letters, and its scanned pages, some at once. */
export async function readWhole(tools: Tools, bytes: Uint8Array, tell: Told = () => undefined): Promise<FileReading> {
  const file = await tools.read(bytes)
  if (!isUnread(file)) return file
  return tools.finish({ unread: file, pages: await recogniseAll(tools, { bytes, file, tell }) })
}

interface Whole {
  readonly bytes: Uint8Array
  readonly file: Unread
  readonly tell: Told
}

async function recogniseAll({ recognise }: Tools, { bytes, file, tell }: Whole) {
  const total = picturesOf(file.draft).length
  let done = 0
  tell(done, total)
  const ranges = rangesOf(file.draft).map(async (pages) => {
    const read = await recognise({ bytes, reader: file.reader, pages, known: knownOf(file.draft) })
    done += pages.length
    tell(done, total)
    return read
  })
  return (await Promise.all(ranges)).flat()
}
