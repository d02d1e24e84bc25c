import { scopeOf } from '../extract/scope.ts'
import { bookOf, Lexicon, perLocale } from '../locales/index.ts'
import {
  at,
  type Block,
  blockAt,
  contains,
  type Doc,
  firstInside,
  overlapping,
  type Span,
  sentenceAt,
} from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

/**
 * Who carries out a measure or pays for it is neither served nor offered: what stands behind "Realizatorzy:", in the column
 * "Nosilac", under the heading "Partnerzy" or as a name behind the sum of a cell.
 */
export const actors: Refiner = (found, { doc, locale }) => {
  const labels = lexiconOf(locale).find(doc)
  const labelsAt = overlapping(labels)
  const heads = headsOf(doc.blocks)
  const acts = (mention: Span): boolean => {
    const block = blockAt(doc, mention.start)
    const governing = block?.parents.flatMap((parent) => doc.blocks[parent] ?? []) ?? []
    if (governing.some((head) => labelsAt(head).some((label) => fills(doc, head, label)))) return true
    const row = block && heads[block.index]
    if (row) return labelsAt(row).some((label) => headsColumn(row, { label, block, mention }))
    const sentence = sentenceAt(doc, mention.start)
    return labelsAt(sentence).some(
      (label) => label.end < mention.start && contains(sentence, label) && opensWith(doc, sentence, label),
    )
  }
  return found.filter((mention) => !isConcept(mention) || !(pays(doc, mention) || (labels.length > 0 && acts(mention))))
}

/** A sum of at least four figures that opens a cell, with its currency, up to the name behind it. */
const SUM_BEFORE = /^\s*(?:\d{1,3}(?:[. ]\d{3})+|\d{4,})(?:,\d{1,2})?\s*(?:\p{L}{1,4}\.?\s|€)?\s*[(,;:/–—-]?\s*[„"“]?$/u

/** "2.200.000 SOS Dečija sela": is it a name right behind the sum of its cell? */
function pays(doc: Doc, mention: Span): boolean {
  const block = blockAt(doc, mention.start)
  const cell = block?.kind === 'row' ? at(block.cells, mention.start) : undefined
  if (!cell || !firstInside(doc.tokens, mention)?.capital) return false
  return SUM_BEFORE.test(doc.text.slice(cell.start, mention.start))
}

/** Is the label all that a heading or lead says, but for its number: "V. WSPÓŁREALIZATORZY"? */
const fills = (doc: Doc, head: Block, label: Span): boolean =>
  contains(head, label) &&
  !/\p{L}/u.test(doc.text.slice(head.start, label.start).replace(NUMBER, '') + doc.text.slice(label.end, head.end))

/** The Roman number of a heading. */
const NUMBER = /^\s*[IVXLC]+\b/u

/** A label opens a sentence where nothing but a bullet stands before it and a colon behind it. */
const opensWith = (doc: Doc, sentence: Span, label: Span): boolean =>
  !/\p{L}/u.test(doc.text.slice(sentence.start, label.start)) && /^\s*:/u.test(doc.text.slice(label.end, label.end + 3))

/** Does the label head the column in which the mention stands, in the row that opens the mention's table? */
function headsColumn(head: Block, { label, block, mention }: { label: Span; block: Block; mention: Span }): boolean {
  const column = head.cells.findIndex((cell) => contains(cell, label))
  const cell = column < 0 || head === block ? undefined : block.cells[column]
  return cell !== undefined && at(block.cells, mention.start) === cell
}

/** For each row the first row of its table, undefined for other blocks. */
function headsOf(blocks: readonly Block[]): (Block | undefined)[] {
  let head: Block | undefined
  return blocks.map((block) => {
    head = block.kind === 'row' ? (head ?? block) : undefined
    return head
  })
}

const lexiconOf = perLocale((locale) => new Lexicon([['actor', scopeOf(locale)['actor-labels']]], bookOf(locale)))
