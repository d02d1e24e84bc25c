import { type Block, blocksOf } from './block.ts'
import { type Folded, foldText } from './fold.ts'
import type { Mark, Page } from './mark.ts'
import { sentencesOf } from './sentence.ts'
import { at, type Span } from './span.ts'
import { type Token, tokenize } from './token.ts'

/** What a reader makes of a file: its text and what it knows of the text's structure. */
export interface Reading {
  /** Normalised by `normalize`; every offset anywhere points into it. */
  readonly text: string
  readonly pages: readonly Page[]
  readonly marks: readonly Mark[]
  readonly title?: string
}

/** A text in memory with its views. Immutable: matching runs on the views, quotes are always `text.slice(start, end)`. */
export interface Doc {
  readonly text: string
  readonly folded: Folded
  readonly tokens: readonly Token[]
  readonly blocks: readonly Block[]
  readonly sentences: readonly Span[]
  readonly pages: readonly Page[]
}

/** Language data that segmentation needs. */
export interface Segmentation {
  readonly language: string
  readonly abbreviations: ReadonlySet<string>
}

/**
 * NFC, `\n` line ends, no soft hyphens, zero-width characters, byte order marks or control characters but tab. A soft
 * hyphen at a line end is one that is seen, and becomes a hyphen. Letters set apart are the word they make: `O D L U K U`
 * is `ODLUKU`.
 */
export const normalize = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\f/gu, '\n')
    .replace(/\u00ad(?=[^\S\n]*\n)/gu, '-')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]|[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu, '')
    .normalize('NFC')
    .replace(SET_APART, (letters) => letters.replaceAll(/\s/gu, ''))

/** Four letters or more of one word with single blanks between: capitals, or small ones behind the first. */
const SET_APART =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}][ \u00a0])(?:\p{Lu}(?:[ \u00a0]\p{Lu}){3,}|\p{Lu}(?:[ \u00a0]\p{Ll}){3,})(?![ \u00a0]?[\p{L}\p{N}])/gu

/** Builds the views of a reading: folded text, tokens, blocks, sentences. */
export function docOf(reading: Reading, { language, abbreviations }: Segmentation): Doc {
  const { text, pages, marks } = reading
  const folded = foldText(text)
  const blocks = blocksOf(text, marks)
  return {
    text,
    folded,
    tokens: tokenize(text, folded),
    blocks,
    sentences: sentencesOf(text, blocks, language, abbreviations),
    pages,
  }
}

/** The words of the text at `span`. */
export const quote = (doc: Pick<Doc, 'text'>, { start, end }: Span): string => doc.text.slice(start, end)

/** The sentence that holds a position, or the position itself where none does. */
export const sentenceAt = (doc: Doc, position: number): Span =>
  at(doc.sentences, position) ?? { start: position, end: position }

/** The block that holds a position. */
export const blockAt = (doc: Doc, position: number): Block | undefined => at(doc.blocks, position)

/** The page that holds a position; undefined where the format has no pages. */
export const pageAt = (doc: Doc, position: number): number | undefined => at(doc.pages, position)?.number
