import { type Block, blockAt, type Doc, length, quote, type Span, sentenceAt } from '../../text/index.ts'

/** Characters before a line in which its predecessor's end is read. */
const BEFORE = 25

interface Start {
  readonly sentence: Span
  readonly block: Block | undefined
  /** Where the expression stands. */
  readonly at: number
}

/**
 * Where the sentence begins: in the block before, where that breaks off and this one goes on, in small letters or in
 * capitals like it: `STRATEGIJA RAZVOJA` over `ZA PERIOD 2020–2024`.
 */
export function beginningOf(doc: Doc, { sentence, block, at }: Start): number {
  const named = nameFrom(doc, sentence.start, at)
  if (named < sentence.start) return named
  const above = block && doc.blocks[block.index - 1]
  if (!above || sentence.start > block.start || [above, block].some(({ kind }) => !JOINED.has(kind)))
    return sentence.start
  const [before, own] = [quote(doc, above), quote(doc, block)]
  const goesOn = /^\p{Ll}/u.test(own) || !/\p{Ll}{2}/u.test(before.slice(-BEFORE) + own)
  return goesOn && !/[.!?:;]["”“]?$/u.test(before) ? sentenceAt(doc, above.end - 1).start : sentence.start
}

/** Lines of a name in capitals, at most. */
const NAME_LINES = 8
/** The end of a line, its last word in capitals. */
const SHOUTED = /(?:[\p{Lu}„”"]{2}|(?<!\p{L})\p{Lu}) ?\n\s*$/u

/** "… „GMINNY PROGRAM PROFILAKTYKI⏎DLA MIASTA NA ROK⏎2010”": where the name begins of whose lines in capitals this is one. */
function nameFrom(doc: Doc, position: number, until: number): number {
  let start = position
  for (let i = 0; i < NAME_LINES && !/\p{Ll}{2}/u.test(doc.text.slice(start, until)); i++) {
    const before = doc.text.slice(Math.max(0, start - BEFORE), start)
    const last = start - 1 - (before.length - before.trimEnd().length)
    if (!SHOUTED.test(before) || !JOINED.has(blockAt(doc, last)?.kind ?? '')) break
    start = sentenceAt(doc, last).start
  }
  return start
}

const JOINED: ReadonlySet<string> = new Set(['title', 'heading', 'paragraph', 'header', 'footer'])

/** Lines of a cover, and characters of one, at most. */
const COVER_LINES = 4
const COVER_LINE = 120

/**
 * The short lines right above, each in capitals, a heading or one of the first of the text, and without an end: the name of a
 * plan, and of its town below it.
 */
export function coverOf(doc: Doc, block: Block | undefined): Span {
  const end = block?.start ?? 0
  const above = block ? doc.blocks.slice(Math.max(0, block.index - COVER_LINES), block.index).reverse() : []
  const strange = above.findIndex((one) => !isOfCover(doc, one))
  return { start: above.slice(0, strange < 0 ? above.length : strange).at(-1)?.start ?? end, end }
}

/** "Grad Šabac" over "Lokalni akcioni plan za mlade" over its years: lines that open a text need no capitals. */
const isFirst = (doc: Doc, block: Block): boolean =>
  block.kind === 'paragraph' && block.index < COVER_LINES && /^\P{L}*\p{Lu}[^\n]*$/u.test(quote(doc, block))

const isOfCover = (doc: Doc, block: Block): boolean =>
  (block.kind === 'title' ||
    block.kind === 'heading' ||
    isFirst(doc, block) ||
    !/\p{Ll}{2}/u.test(quote(doc, block))) &&
  length(block) <= COVER_LINE &&
  !/\d|[.:;!?]["”“]?\s*$/u.test(quote(doc, block))
