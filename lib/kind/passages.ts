import { at, blockAt, type Doc, SILENT, type Span, type Token } from '../text/index.ts'

/** A stretch of a text as long as those that the classifiers were trained on. */
export interface Passage extends Span {
  readonly tokens: readonly Token[]
}

/** Words from which a passage may end with its block, and from which with its sentence; it never has more than the last. */
const LENGTHS = { block: 20, sentence: 40, longest: 80 } as const

/** A text cut into passages at the ends of blocks and sentences, without menus, running headers and the like. */
export function passagesOf(doc: Doc): Passage[] {
  const passages: Token[][] = []
  let open: Token[] = []
  let before: { block: Span | undefined; sentence: Span | undefined } | undefined
  for (const token of doc.tokens) {
    const block = blockAt(doc, token.start)
    if (SILENT.has(block?.kind ?? '')) continue
    const sentence = at(doc.sentences, token.start)
    const isFull =
      open.length >= LENGTHS.longest ||
      (open.length >= LENGTHS.sentence && sentence !== before?.sentence) ||
      (open.length >= LENGTHS.block && block !== before?.block)
    if (isFull) open = []
    if (open.length === 0) passages.push(open)
    open.push(token)
    before = { block, sentence }
  }
  return passages.map((tokens) => ({ start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens }))
}
