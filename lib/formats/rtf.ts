import { OFFICE_LIMIT } from './office.ts'
import type { Reader } from './reader.ts'
import { RtfText } from './rtf-text.ts'
import { headOf } from './signature.ts'

/** A control word with its number, a control symbol or byte, a brace, or plain characters. */
const PIECE =
  /\\(?:(?<word>[a-zA-Z]+)(?<number>-?\d{1,10})? ?|'(?<byte>[\da-fA-F]{2})|(?<symbol>[\s\S]))|(?<brace>[{}])|(?<plain>[^\\{}]+)|\\/uy

/** Rich Text Format 1.9.1: its text, with the code pages of its fonts. */
export const rtf: Reader = {
  name: 'rtf',
  mediaType: 'application/rtf',
  limit: OFFICE_LIMIT,
  recognises: (bytes) => /^(?:ï»¿)?\s*\{\\rtf/u.test(headOf(bytes, 64)),
  async read(bytes) {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const text = new RtfText()
    PIECE.lastIndex = source.indexOf('{')
    for (let match = PIECE.exec(source); match; match = PIECE.exec(source)) {
      const { word, number, byte, symbol, brace, plain } = match.groups ?? {}
      if (plain !== undefined) text.plain(plain.replace(/[\r\n]+/gu, ''))
      else if (word !== undefined) PIECE.lastIndex += text.word(word, number === undefined ? undefined : Number(number))
      else if (byte !== undefined) text.byte(Number.parseInt(byte, 16))
      else if (symbol !== undefined) text.symbol(symbol)
      else if (brace === '{') text.open()
      else if (brace === '}') text.close()
    }
    return text.reading()
  },
}
