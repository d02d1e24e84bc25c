import { signsOf } from './charset.ts'

/** Encodings that UTF-8 is taken for before it is written as UTF-8 once more. */
const TAKEN_FOR = ['windows-1252', 'windows-1250'] as const
/** Letters that must come out for a text to have been written twice. */
const FEWEST = 2

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * A text as it was before its UTF-8 was taken for another encoding and written as UTF-8 again: `kuÄ‡a` → `kuća`,
 * `ÐžÐ¿ÑˆÑ‚Ð¸Ð½Ð°` → `Општина`. Only runs of signs whose bytes are UTF-8 are touched, which those of no language are; any
 * other text stays as it is.
 */
export function undoubled(text: string): string {
  if (!/[\u0080-\uffff]{2}/u.test(text)) return text
  const tried = tables.map((table) => {
    let letters = 0
    const mended = text.replace(/[\u0080-\uffff]{2,}/gu, (run) => {
      const inner = innerOf(run, table)
      if (inner !== undefined) letters += inner.length
      return inner ?? run
    })
    return { mended, letters }
  })
  const best = tried.reduce((a, b) => (b.letters > a.letters ? b : a))
  return best.letters >= FEWEST ? best.mended : text
}

/** Character → the byte that it is in an encoding, of those beyond ASCII. */
const tables = TAKEN_FOR.map((encoding) => new Map(signsOf(encoding).map((sign, i) => [sign, 128 + i])))

function innerOf(run: string, table: ReadonlyMap<string, number>): string | undefined {
  const bytes = Array.from(run, (sign) => table.get(sign) ?? 0)
  if (bytes.includes(0)) return undefined
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
