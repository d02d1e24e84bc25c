import { kindOf } from './kind.ts'

/** Formats that are known and not read, by their first bytes (hexadecimal) and the words that name them to a user. */
const SIGNATURES: readonly (readonly [hex: string, name: string])[] = [
  ['47494638', 'a GIF picture'],
  ['52494646', 'a WebP picture or a RIFF recording'],
  ['504b0304', 'a ZIP archive'],
  ['504b0506', 'an empty ZIP archive'],
  ['d0cf11e0a1b11ae1', 'an old office document that holds no text of Word, or was cut off'],
  ['7b5c727466', 'an RTF document'],
  ['25215053', 'a PostScript document'],
  ['1f8b', 'a GZIP archive'],
  ['526172211a07', 'a RAR archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['41542654464f524d', 'a DjVu document'],
]

/** Names the format of a file that no reader takes: `a GIF picture`; undefined where it is not known. */
export function nameOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return kindOf(bytes) ?? SIGNATURES.find(([hex]) => head.startsWith(hex))?.[1]
}

/** The first bytes as letters, one a byte and without NULs, so that marks of ASCII are seen in any encoding. */
export const headOf = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1').replaceAll('\0', '')
