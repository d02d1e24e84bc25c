import { damaged, unsafe } from './office.ts'

const HEADER = 512
const FREE = -1

/** One stream or storage of a compound file. */
interface Member {
  readonly name: string
  readonly start: number
  readonly links: readonly number[]
}

/** What a compound file (MS-CFB, the container of DOC) holds: its members' names and the first bytes of one. */
export interface Compound {
  readonly names: ReadonlySet<string>
  /** First sector of a stream that is not a short one; undefined where there is none of the name. */
  headOf(name: string): Buffer | undefined
}

/** Is this the head of a compound file? */
export const isCompound = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'

/**
 * Opens a compound file and makes sure that its chains of sectors and its tree of members end: a parser that follows one
 * in a ring would never come back. [MS-CFB] 2.2 header, 2.3 FAT, 2.6 directory.
 *
 * Throws ARCHIVE_UNSAFE for rings, OFFICE_DAMAGED for what points outside of the file.
 */
export function openCompound(bytes: Uint8Array): Compound {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < HEADER) throw damaged()
  const size = 2 ** file.readUInt16LE(30)
  if (size !== 512 && size !== 4096) throw damaged()
  const sector = (id: number): Buffer => {
    const start = (id + 1) * size
    if (id < 0 || start >= file.length) throw damaged()
    return file.subarray(start, start + size)
  }
  const fat = tableOf(sectorsOfFat(file, sector), sector)
  mustEnd(fat)
  mustEnd(tableOf(chain(fat, file.readInt32LE(60)), sector))
  const members = membersOf(chain(fat, file.readInt32LE(48)).map(sector))
  mustBeTree(members)
  return {
    names: new Set(members.map(({ name }) => name)),
    headOf(name) {
      const start = members.find((member) => member.name === name)?.start ?? FREE
      return start < 0 ? undefined : sector(start)
    },
  }
}

/** Sectors of the FAT itself: 109 are named in the header, the others in a chain of sectors of their own. */
function sectorsOfFat(file: Buffer, sector: (id: number) => Buffer): number[] {
  const count = file.readUInt32LE(44)
  if (count * HEADER > file.length) throw damaged()
  const ids: number[] = []
  for (let i = 0; i < Math.min(count, 109); i++) ids.push(file.readInt32LE(76 + i * 4))
  let next = file.readInt32LE(68)
  for (let left = file.readUInt32LE(72); left > 0 && ids.length < count; left--) {
    const list = numbersOf(sector(next))
    next = list.pop() ?? FREE
    ids.push(...list.slice(0, count - ids.length))
  }
  return ids
}

const tableOf = (ids: readonly number[], sector: (id: number) => Buffer): number[] =>
  ids.flatMap((id) => numbersOf(sector(id)))

function numbersOf(sector: Buffer): number[] {
  return Array.from({ length: Math.floor(sector.length / 4) }, (_, i) => sector.readInt32LE(i * 4))
}

/** No chain of the table may come back to where it was. */
function mustEnd(table: readonly number[]): void {
  const seen = new Int32Array(table.length)
  for (let start = 0; start < table.length; start++) {
    for (let id = start; id >= 0 && id < table.length && seen[id] !== -1; id = table[id] ?? FREE) {
      if (seen[id] === start + 1) throw unsafe('its parts follow each other in a ring')
      if (seen[id]) break
      seen[id] = start + 1
    }
  }
}

function chain(table: readonly number[], start: number): number[] {
  const ids: number[] = []
  for (let id = start; id >= 0; id = table[id] ?? FREE) ids.push(id)
  return ids
}

function membersOf(sectors: readonly Buffer[]): Member[] {
  const entries = sectors.flatMap((sector) =>
    Array.from({ length: Math.floor(sector.length / 128) }, (_, i) => sector.subarray(i * 128, (i + 1) * 128)),
  )
  return entries.map((entry) => ({
    name: entry.toString('utf16le', 0, Math.max(0, Math.min(62, entry.readUInt16LE(64) - 2))),
    start: entry.readInt32LE(116),
    links: entry[66] ? [68, 72, 76].map((at) => entry.readInt32LE(at)).filter((id) => id >= 0) : [],
  }))
}

/** Every member hangs on at most one other, and the root on none. */
function mustBeTree(members: readonly Member[]): void {
  const seen = new Set([0])
  for (const id of members.flatMap(({ links }) => links)) {
    if (id >= members.length) throw damaged()
    if (seen.has(id)) throw unsafe('its parts hold each other')
    seen.add(id)
  }
}
