import { compoundOf } from './compound.ts'
import type { Part } from './office.ts'

/** Where the text begins in its stream. */
const TEXT = 0x400
/** Of a stream as long as this nothing is kept in short sectors. */
const LONG = 4096

/** Words of Word's own: a cell ends in U+0007. A row ends here as a paragraph does, which Word says by its properties. */
const textOf = (part: Part): string => {
  if (part.is === 'table') return part.rows.map((row) => `${row.map((cell) => `${cell}\x07`).join('')}\r`).join('')
  return part.is === 'item' ? `• ${part.words}\r` : `${part.words}\r`
}

/** A Word document of 97 to 2003 with this text, its only piece. [MS-DOC] 2.5 the head, 2.9.38 the table of pieces. */
export function docOf(parts: readonly Part[]): Buffer {
  const text = Buffer.from(parts.map(textOf).join(''), 'utf16le')
  const characters = text.length / 2
  const head = Buffer.alloc(TEXT)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(0x00c1, 2)
  head.writeUInt16LE(0x1200, 10)
  head.writeUInt32LE(TEXT, 0x18)
  head.writeUInt32LE(characters, 0x4c)
  const pieces = Buffer.alloc(21)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(characters, 9)
  pieces.writeUInt32LE(TEXT, 15)
  head.writeUInt32LE(pieces.length, 0x1a6)
  const padded = (content: Buffer) => Buffer.concat([content, Buffer.alloc(Math.max(0, LONG - content.length))])
  return compoundOf([
    { name: 'WordDocument', content: padded(Buffer.concat([head, text])), right: 2 },
    { name: '1Table', content: padded(pieces) },
  ])
}
