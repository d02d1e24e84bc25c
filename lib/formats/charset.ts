/** Encodings of Windows' character sets, by the number after `\fcharset` (RTF 1.9.1, font table). 0 is the document's own. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
/** Number of the symbol fonts: their bytes are pictures, not letters. */
const SYMBOL = 2
const BULLETS = /[\u00a7\u00a8\u00b7\u006e\u006f\u0076\u00d8\u00fc]/gu

/** Encoding of a code page by its number, windows-1252 for one that is unknown: `encodingOf(1250) === 'windows-1250'`. */
export function encodingOf(codePage: number): string {
  if (codePage === 65001) return 'utf-8'
  if (codePage === 10000) return 'macintosh'
  return codePage === 874 || (codePage >= 1250 && codePage <= 1258) ? `windows-${codePage}` : 'windows-1252'
}

/** Text of bytes in a font's character set, or where it names none in the encoding of the document. */
export function decodeIn(bytes: readonly number[], charset: number | undefined, encoding: string): string {
  const text = decoderOf(CHARSETS[charset ?? 0] ?? encoding).decode(Uint8Array.from(bytes))
  if (charset !== SYMBOL) return text
  return text.replace(BULLETS, '•').replace(/[^\s•]/gu, '')
}

const decoders = new Map<string, TextDecoder>()

function decoderOf(encoding: string): TextDecoder {
  const known = decoders.get(encoding) ?? new TextDecoder(encoding)
  decoders.set(encoding, known)
  return known
}

/** The characters of the bytes 128–255 in a one-byte encoding: `signsOf('windows-1250')[0] === '€'`. */
export const signsOf = (encoding: string): readonly string[] => [
  ...new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)),
]
