import type { Block } from './block.ts'
import type { Span } from './span.ts'

/** No sentence is longer. Of 28,000 in strategies and news the longest has 600 characters: a longer text has no full stops. */
const LONGEST = 1500
/** Characters of a sentence's end that tell whether it is one. */
const TAIL = 40

/**
 * Sentences of each block. `Intl.Segmenter` is asked block by block and piece by piece (it is quadratic in the length of one string), and
 * a cut behind an abbreviation ("br.", "ul.", "np.") or before a small letter or figure is mended. A row's cells are
 * sentences of their own.
 */
export function sentencesOf(
  text: string,
  blocks: readonly Block[],
  language: string,
  abbreviations: ReadonlySet<string>,
): Span[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  return blocks.flatMap((block) => {
    const parts = block.cells.length ? block.cells : [block]
    return parts.flatMap((part) => segment(text, part, { segmenter, abbreviations }))
  })
}

/** To make one takes as long as to cut a page. */
const segmenters = new Map<string, Intl.Segmenter>()

interface Rules {
  readonly segmenter: Intl.Segmenter
  readonly abbreviations: ReadonlySet<string>
}

function segment(text: string, part: Span, { segmenter, abbreviations }: Rules): Span[] {
  const sentences: { start: number; end: number }[] = []
  for (let from = part.start, to = from; from < part.end; from = to) {
    to = endOfPiece(text, from, part.end)
    for (const { index, segment: words } of segmenter.segment(text.slice(from, to))) {
      const start = from + index
      const end = start + words.trimEnd().length
      const last = sentences.at(-1)
      if (
        last &&
        end - last.start <= LONGEST &&
        (goesOn(text.slice(Math.max(last.start, last.end - TAIL), last.end), abbreviations) ||
          /^[\p{Ll}\d]/u.test(words))
      )
        last.end = end
      else if (end > start) sentences.push({ start, end })
    }
  }
  return sentences
}

/** The end of a piece, between two words where there are any. */
function endOfPiece(text: string, from: number, end: number): number {
  if (end - from <= LONGEST) return end
  const blank = /\s\S*$/u.exec(text.slice(from, from + LONGEST))?.index ?? 0
  return from + (blank > 0 ? blank + 1 : LONGEST)
}

/** Does a sentence that was cut here really go on? It does behind "br.", "12." and a single capital. */
function goesOn(words: string, abbreviations: ReadonlySet<string>): boolean {
  const last = /([\p{L}\p{N}]+)\.$/u.exec(words)?.[1]
  if (!last) return !/[.!?…:"“”»)]$/u.test(words)
  return abbreviations.has(last.toLowerCase()) || /^\p{Lu}$/u.test(last)
}
