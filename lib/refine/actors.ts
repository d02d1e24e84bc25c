import * as z from 'zod'
import { Lexicon, perLocale } from '../locales/index.ts'
import { at, type Block, blockAt, contains, type Doc, type Span, sentenceAt } from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

const Scope = z.object({ 'actor-labels': z.array(z.string()) })

/**
 * Who carries out a measure is neither served nor offered: what stands behind "Realizatorzy:", in the column "Nosilac" or
 * under the heading "Partnerzy".
 */
export const actors: Refiner = (found, { doc, locale }) => {
  const labels = lexiconOf(locale).find(doc)
  const acts = (mention: Span): boolean => {
    const block = blockAt(doc, mention.start)
    if (block?.parents.some((parent) => labels.some((label) => fills(doc, doc.blocks[parent], label)))) return true
    if (block?.kind === 'row') return labels.some((label) => headsColumn(doc, { label, block, mention }))
    const sentence = sentenceAt(doc, mention.start)
    return labels.some(
      (label) => label.end < mention.start && contains(sentence, label) && opensWith(doc, sentence, label),
    )
  }
  return found.filter((mention) => !isConcept(mention) || !acts(mention))
}

/** Is the label all that a heading or lead says? */
const fills = (doc: Doc, head: Block | undefined, label: Span): boolean =>
  head !== undefined &&
  contains(head, label) &&
  !/\p{L}/u.test(doc.text.slice(head.start, label.start) + doc.text.slice(label.end, head.end))

/** A label opens a sentence where nothing but a bullet stands before it and a colon behind it. */
const opensWith = (doc: Doc, sentence: Span, label: Span): boolean =>
  !/\p{L}/u.test(doc.text.slice(sentence.start, label.start)) && /^\s*:/u.test(doc.text.slice(label.end, label.end + 3))

/** Does the label head the column in which the mention stands, in the row that opens the mention's table? */
function headsColumn(doc: Doc, { label, block, mention }: { label: Span; block: Block; mention: Span }): boolean {
  const head = headOf(doc, block)
  const column = head.cells.findIndex((cell) => contains(cell, label))
  const cell = column < 0 || head === block ? undefined : block.cells[column]
  return cell !== undefined && at(block.cells, mention.start) === cell
}

/** The first row of the run of rows that a row belongs to. */
function headOf(doc: Doc, row: Block): Block {
  const before = doc.blocks[row.index - 1]
  return before?.kind === 'row' ? headOf(doc, before) : row
}

const lexiconOf = perLocale(
  (locale) => new Lexicon([['actor', Scope.parse(locale.lists['scope'])['actor-labels']]], locale.inflect),
)
