import * as z from 'zod'
import { AnalysisRecord, DIMENSIONS, KINDS, Problem, RecordPage, Source, STATUSES } from './record.ts'

/** Path of a document's record in the API; what it points to lives below it. */
export const documentPath = (id: string): string => `/v1/documents/${id}`

export const MunicipalityRef = z
  .object({
    id: z.string().describe('rs- and the matični broj, pl- and the TERYT code: rs-70955'),
    country: z.string().length(2),
    name: z.string().describe('Official name in Latin script'),
  })
  .meta({ id: 'MunicipalityRef' })

/** First and last year, null where open or unknown. */
export const Years = z.tuple([z.int().nullable(), z.int().nullable()]).meta({ id: 'Years' })

/** Where what belongs to a document is found, as paths on the same server. */
export const DocumentLinks = z
  .object({
    record: z.string(),
    text: z.string(),
    words: z.string().describe('Where the words of a ?page= stand on it, of PDF and pictures'),
    source: z.string().describe('The file itself, always as a download'),
  })
  .meta({ id: 'DocumentLinks' })

/** One line of the list of documents. */
export const DocumentSummary = z
  .object({
    id: z.string(),
    name: z.string().describe('File name under which it was uploaded'),
    status: z.enum(STATUSES),
    revision: z.int().positive(),
    title: z.string().nullable(),
    kind: z.enum(KINDS).nullable(),
    language: z.string().nullable(),
    script: z.string().nullable(),
    country: z.string().nullable(),
    municipalities: z.array(MunicipalityRef).describe('The municipalities it is about'),
    years: Years.describe('Years of the strategy that it sets out'),
    counts: z.record(z.enum(DIMENSIONS), z.int().nonnegative()).describe('Different concepts found, by dimension'),
    problems: z.array(Problem),
    source: Source,
    engine: z.string().nullable().describe('Version of code and lists that made its record: 0.1.0+sha256-…'),
    updatedAt: z.string(),
    links: DocumentLinks,
  })
  .meta({ id: 'DocumentSummary' })

/** `GET /v1/documents`: newest first. */
export const DocumentPage = z
  .object({
    items: z.array(DocumentSummary),
    cursor: z.string().nullable().describe('Give it as ?cursor= for the next page; null on the last'),
  })
  .meta({ id: 'DocumentPage' })

/** How many scanned pages are recognised, and of how many. */
export const PageProgress = z
  .object({ done: z.int().nonnegative(), total: z.int().positive() })
  .meta({ id: 'PageProgress' })

/** `GET /v1/documents/{id}`: the analysis record without its text; empty lists until it is analysed. */
export const DocumentReply = AnalysisRecord.omit({ text: true })
  .extend({
    revision: z.int().positive(),
    updatedAt: z.string(),
    name: z.string(),
    links: DocumentLinks,
    progress: PageProgress.nullable().describe('Only while its scanned pages are being recognised'),
  })
  .meta({ id: 'Document' })

/** `GET /v1/documents/{id}/text`: what every offset of the record points into. */
export const DocumentText = z
  .object({ id: z.string(), text: z.string(), pages: z.array(RecordPage) })
  .meta({ id: 'DocumentText' })

/** A word of the text, or a part of one that is broken over lines, and the box around it on its page. */
export const PageWord = z
  .object({
    start: z.int().nonnegative().describe('Offset in the text of the document, as those of mentions'),
    end: z.int().positive(),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
  })
  .meta({ id: 'PageWord' })

/** `GET /v1/documents/{id}/words?page=3`: the words painted on a page, in the order of the text. */
export const PageWords = z
  .object({
    page: z.int().positive(),
    width: z.number().describe('Points, as all measures here: of the page as a viewer shows it, scans unturned'),
    height: z.number().describe('Points, from the upper edge down'),
    words: z.array(PageWord).describe('A sentence that goes on over a page break has words on both pages'),
  })
  .meta({ id: 'PageWords' })

/** `POST /v1/documents/{id}/reanalyse`: accepted; the document goes through the whole engine again. */
export const Reanalysis = z.object({ id: z.string(), revision: z.int().positive() }).meta({ id: 'Reanalysis' })

/** `POST /v1/reanalyses`: a page of the list of documents is gone through, and what is outdated put through the engine again. */
export const BulkRequest = z
  .object({
    cursor: z.string().max(4000).optional().describe('From the answer before'),
    all: z
      .boolean()
      .default(false)
      .describe('Also documents whose record this very version of code and lists has made'),
    dryRun: z.boolean().default(false).describe('Only counts'),
  })
  .meta({ id: 'BulkRequest' })

/** What one request has gone through. Documents that are being worked on are left alone. */
export const BulkReply = z
  .object({
    documents: z.int().nonnegative().describe('Documents that were looked at'),
    outdated: z.int().nonnegative().describe('Those of them that are, or would be, analysed again'),
    pages: z.int().nonnegative().describe('Their pages, as far as they have any'),
    scanned: z.int().nonnegative().describe('Those of the pages that are recognised again, which is most of the work'),
    engine: z.string().describe('Version of code and lists that will make their records'),
    cursor: z.string().nullable().describe('Give it in the next request; null where the list is through'),
  })
  .meta({ id: 'BulkReply' })

export type BulkRequest = z.infer<typeof BulkRequest>
export type BulkReply = z.infer<typeof BulkReply>
export type MunicipalityRef = z.infer<typeof MunicipalityRef>
export type Years = z.infer<typeof Years>
export type DocumentSummary = z.infer<typeof DocumentSummary>
export type DocumentPage = z.infer<typeof DocumentPage>
export type DocumentReply = z.infer<typeof DocumentReply>
export type DocumentText = z.infer<typeof DocumentText>
export type PageWord = z.infer<typeof PageWord>
export type PageWords = z.infer<typeof PageWords>
export type Reanalysis = z.infer<typeof Reanalysis>
