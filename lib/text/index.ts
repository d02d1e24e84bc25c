export { bisect } from './bisect.ts'
export { BLOCK_KINDS, type Block, type BlockKind, blocksOf } from './block.ts'
export { SILENT } from './chunk.ts'
export { clauseAt } from './clause.ts'
export {
  blockAt,
  type Doc,
  docOf,
  normalize,
  pageAt,
  quote,
  type Reading,
  type Segmentation,
  sentenceAt,
} from './doc.ts'
export { type Folded, fold, foldText } from './fold.ts'
export type { Mark, Page } from './mark.ts'
export { once } from './once.ts'
export { overlapping } from './overlapping.ts'
export {
  along,
  at,
  contains,
  firstIn,
  firstInside,
  inOrder,
  inside,
  length,
  overlaps,
  type Span,
  touches,
} from './span.ts'
export { type Token, tokenize } from './token.ts'
export { type Vocabulary, vocabularyOf } from './vocabulary.ts'
