import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { PageWords, type Source, StratlasError } from '../contract/index.ts'
import { type PageBoxes, unpacked } from '../formats/boxes.ts'
import { boxesOf } from '../pipeline/derived.ts'
import type { App } from './app.ts'
import { found, noDocument, replies } from './reply.ts'
import type { Services } from './services.ts'

/** What is kept in tenths of a point is answered in points. */
const TENTHS = 10

const route = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/words',
  tags: ['Documents'],
  summary: 'Where the words of the text stand on a page of a PDF or picture, to mark evidence on it',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ page: z.coerce.number().int().min(1).max(100_000).describe('Number of the page, from 1') }),
  },
  responses: replies(PageWords, 'The words that are painted on the page'),
})

/** The words of a page with the boxes that they stand in. */
export function words(app: App, { store, blobs }: Services): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param')
    const { page } = c.req.valid('query')
    const item = found(await store.document(id), () => noDocument(id))
    const pages = found(await boxesOf(blobs, item), () => noWords(item.source))
    const one = found(
      pages.find(({ number }) => number === page),
      () => noPage(page, item.source),
    )
    return c.json(pageOf(one), 200)
  })
}

const pageOf = ({ number, width, height, ...page }: PageBoxes): PageWords => ({
  page: number,
  width: width / TENTHS,
  height: height / TENTHS,
  words: unpacked(page).map(([start, length, ...box]) => {
    const [x, y, wide, high] = box.map((value) => value / TENTHS) as [number, number, number, number]
    return { start, end: start + length, x, y, width: wide, height: high }
  }),
})

const noWords = ({ reader }: Source): StratlasError =>
  new StratlasError(
    'WORDS_NOT_FOUND',
    reader && reader !== 'pdf' && reader !== 'scan'
      ? 'This document has no pages that are painted: only PDF and pictures do.'
      : 'It is not known where the words of this document stand. Have it analysed again.',
  )

const noPage = (page: number, { pages = 0 }: Source): StratlasError =>
  page > pages
    ? new StratlasError('PAGE_NOT_FOUND', `There is no page ${page} in this document; it has ${pages}.`)
    : new StratlasError('WORDS_NOT_FOUND', `Page ${page} could not be read, so its words are not known.`)
