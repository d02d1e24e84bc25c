const SECTOR = 512
const [END, FAT] = [-2, -3]

/** A stream of a compound file, and where the tree of members goes on from it: the numbers of others, 0 the root. */
export interface Stream {
  readonly name: string
  readonly content: Buffer
  readonly left?: number
  readonly right?: number
}

/**
 * A compound file (MS-CFB) of as many sectors as its streams need; `next` changes entries of its allocation table. Sector 0
 * is the table, sector 1 the directory, the streams follow.
 */
export function compoundOf(streams: readonly Stream[], next: Readonly<Record<number, number>> = {}): Buffer {
  const header = Buffer.alloc(SECTOR)
  header.write('d0cf11e0a1b11ae1', 'hex')
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  for (const at of [60, 68]) header.writeInt32LE(END, at)
  for (let at = 80; at < SECTOR; at += 4) header.writeInt32LE(-1, at)
  const table = Buffer.alloc(SECTOR, 0xff)
  const chains: Record<number, number> = { 0: FAT, 1: END }
  const bodies = streams.map(({ content }) => filled(content))
  const starts = bodies.map((_, i) => 2 + bodies.slice(0, i).reduce((sum, body) => sum + body.length / SECTOR, 0))
  bodies.forEach((body, i) => {
    const start = starts[i] ?? 0
    const last = start + body.length / SECTOR - 1
    for (let id = start; id <= last; id++) chains[id] = id < last ? id + 1 : END
  })
  for (const [id, value] of Object.entries({ ...chains, ...next })) table.writeInt32LE(value, Number(id) * 4)
  const members = [
    memberOf('Root Entry', { type: 5, child: 1, start: END }),
    ...streams.map(({ name, left, right }, i) =>
      memberOf(name, { type: 2, left, right, start: starts[i] ?? 0, size: bodies[i]?.length ?? 0 }),
    ),
  ]
  return Buffer.concat([header, table, filled(Buffer.concat(members)), ...bodies])
}

/** With zeros up to the end of its last sector. */
const filled = (content: Buffer): Buffer => {
  const rest = content.length % SECTOR
  return rest || !content.length ? Buffer.concat([content, Buffer.alloc(SECTOR - rest)]) : content
}

interface Links {
  readonly type: number
  readonly start: number
  readonly left?: number | undefined
  readonly right?: number | undefined
  readonly child?: number
  readonly size?: number
}

function memberOf(name: string, { type, start, left = -1, right = -1, child = -1, size = 0 }: Links): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE(name.length * 2 + 2, 64)
  entry[66] = type
  for (const [i, link] of [left, right, child].entries()) entry.writeInt32LE(link, 68 + i * 4)
  entry.writeInt32LE(start, 116)
  entry.writeUInt32LE(Math.max(4096, size), 120)
  return entry
}
