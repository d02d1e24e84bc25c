import type { Problem } from '../contract/index.ts'
import type { Page } from '../text/index.ts'
import type { SizedPage } from './headings.ts'

/** One page as it was read, before the pages of its document are put together. */
export interface PagePart extends SizedPage, Pick<Page, 'number' | 'source' | 'confidence' | 'grade'> {
  readonly problems: readonly Problem[]
  /** Its words stand in its picture only, and have to be recognised there. */
  readonly isPicture?: boolean
  /** How large it is as a viewer shows it, in tenths of a point. */
  readonly paper?: { readonly width: number; readonly height: number }
}

/** A document before its pages are put together, and what its file calls itself. */
export interface Draft {
  readonly title: string
  readonly pages: readonly PagePart[]
}

/** Are there pages of a file still to be recognised? */
export const isUnread = <Done extends object, Not extends { readonly draft: Draft }>(file: Done | Not): file is Not =>
  'draft' in file

/** Pages that are recognised at most. */
const MOST_PICTURES = 200

/** Numbers of the pages of a draft that have to be recognised: `[1, 2, 7]`. */
export const picturesOf = ({ pages }: Draft): number[] =>
  pages.filter(({ isPicture }) => isPicture).map(({ number }) => number)

/** Are there more scanned pages than are read? */
export const hasTooMany = (draft: Draft): boolean => picturesOf(draft).length > MOST_PICTURES

/** What to say of too many scanned pages. */
export const tooManyPictures = (draft: Draft): string =>
  `The document has ${picturesOf(draft).length} scanned pages; up to ${MOST_PICTURES} are read. Split it.`

/** Are there words in a text at all? */
export const hasLetters = (text: string): boolean => /\p{L}/u.test(text)

/** A page of which nothing can be read, and why. */
export const failedPage = (number: number, problem: Omit<Problem, 'page'>): PagePart => ({
  number,
  text: '',
  sizes: [],
  source: 'text',
  confidence: null,
  grade: 'failed',
  problems: [{ ...problem, page: number }],
})

/** A draft with the pages that were recognised in their places. A page in whose picture nothing was found stays as it is. */
export const withRecognised = (draft: Draft, recognised: readonly PagePart[]): Draft => {
  const found = new Map(recognised.map((page) => [page.number, page]))
  return {
    ...draft,
    pages: draft.pages.map((page) => {
      const read = page.isPicture ? found.get(page.number) : undefined
      return read ? chosen(page, read) : page
    }),
  }
}

function chosen(page: PagePart, read: PagePart): PagePart {
  if (!hasLetters(read.text)) return read.problems.length ? { ...page, problems: read.problems } : page
  if (page.grade !== 'poor' || !hasLetters(page.text)) return read
  const message = `The letters of page ${page.number} are encoded wrongly in the PDF; its picture was read instead.`
  return { ...read, problems: [{ code: 'TEXT_UNREADABLE_OCR_USED', page: page.number, message }, ...read.problems] }
}
