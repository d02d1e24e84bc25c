import * as z from 'zod'
import { MunicipalityRef, Years } from './document.ts'
import { Labels } from './label.ts'

/** Dimensions in which municipalities can be compared, in the order in which they are offered. */
export const COMPARED = ['services', 'targetGroups', 'periods', 'funders'] as const
export type Compared = (typeof COMPARED)[number]

export const CELL_STATES = ['found', 'not-found', 'no-documents'] as const
export type CellState = (typeof CELL_STATES)[number]

/** What a cell says. Silence of the documents is never a statement about the municipality. */
export const CELL_WORDS: Readonly<Record<CellState, string>> = {
  found: 'Found in these documents',
  'not-found': 'Not found in these documents',
  'no-documents': 'No documents of this municipality yet',
}

/** The words behind a fact: where they stand in their document, and the sentence around them. */
export const EvidenceQuote = z
  .object({
    document: z.string(),
    start: z.int().nonnegative().describe("UTF-16 offset in the document's text"),
    end: z.int().positive(),
    text: z.string(),
    sentence: z.string().describe('The sentence around the words, an ellipsis where it was cut'),
    highlight: z
      .tuple([z.int().nonnegative(), z.int().positive()])
      .nullable()
      .describe('Where the words stand in `sentence`; null where line breaks keep them from being found in it'),
    page: z.int().positive().nullable(),
    rule: z.string(),
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: 'EvidenceQuote' })

/** A concept with its name; `id` is a concept or funder id, a period role, or `@` and the words that no list knows. */
export const NamedConcept = z.object({ id: z.string(), labels: Labels }).meta({ id: 'NamedConcept' })

/** A document that speaks for a fact, as far as a link to it needs. */
export const DocumentRef = z
  .object({ id: z.string(), title: z.string(), pages: z.int().nonnegative().nullable() })
  .meta({ id: 'DocumentRef' })

const fact = {
  documents: z.array(DocumentRef),
  mentions: z.int().nonnegative(),
  confidence: z.number().min(0).max(1),
  years: z.array(Years).describe('Years of the strategies, projects and programmes that plan it'),
  periods: z.array(z.string()).describe('Of a period role: its periods in EDTF, 2019/2022'),
  targetGroups: z.array(NamedConcept).describe('Of a service: the groups that the documents tie to it'),
  quotes: z.array(EvidenceQuote).describe('The best ones first, of different documents where there are several'),
}

/** What the documents of one municipality say of one concept. */
export const Fact = z.object({ concept: NamedConcept, broader: NamedConcept.nullable(), ...fact }).meta({ id: 'Fact' })

export const ComparisonCell = z
  .object({ municipality: z.string(), state: z.enum(CELL_STATES), words: z.string(), ...fact })
  .meta({ id: 'ComparisonCell' })

export const ComparisonRow = z
  .object({
    concept: NamedConcept,
    broader: NamedConcept.nullable().describe('The group of concepts that it belongs to; rows of a group are together'),
    cells: z.array(ComparisonCell).describe('One per column, in the order of the columns'),
  })
  .meta({ id: 'ComparisonRow' })

export const ComparisonColumn = MunicipalityRef.extend({ documents: z.int().nonnegative() }).meta({
  id: 'ComparisonColumn',
})

/** `GET /v1/compare`: rows are concepts in the order of their scheme, columns municipalities as asked for. */
export const Comparison = z
  .object({ dimension: z.enum(COMPARED), columns: z.array(ComparisonColumn), rows: z.array(ComparisonRow) })
  .meta({ id: 'Comparison' })

/** One line of the list of municipalities. */
export const MunicipalitySummary = MunicipalityRef.extend({
  documents: z.int().nonnegative(),
  counts: z.record(z.enum(COMPARED), z.int().nonnegative()).describe('Different concepts found, by dimension'),
  updatedAt: z.string(),
}).meta({ id: 'MunicipalitySummary' })

/** `GET /v1/municipalities`: those with documents, by name. */
export const MunicipalityPage = z
  .object({ items: z.array(MunicipalitySummary), cursor: z.string().nullable() })
  .meta({ id: 'MunicipalityPage' })

/** `GET /v1/municipalities/{id}`: all that the documents of one municipality say. */
export const Profile = MunicipalityRef.extend({
  type: z.string().nullable().describe('Kind of municipality as its country names it'),
  population: z.int().nonnegative().nullable(),
  documents: z.int().nonnegative(),
  updatedAt: z.string().nullable(),
  facts: z.record(z.enum(COMPARED), z.array(Fact)),
}).meta({ id: 'Profile' })

/** `GET /v1/services/{concept}/municipalities` and its like: who has this concept, by country and municipality. */
export const HolderPage = z
  .object({
    concept: NamedConcept,
    items: z.array(Fact.omit({ concept: true, broader: true }).extend({ municipality: MunicipalityRef })),
    cursor: z.string().nullable(),
  })
  .meta({ id: 'HolderPage' })

export type EvidenceQuote = z.infer<typeof EvidenceQuote>
export type NamedConcept = z.infer<typeof NamedConcept>
export type DocumentRef = z.infer<typeof DocumentRef>
export type Fact = z.infer<typeof Fact>
export type ComparisonCell = z.infer<typeof ComparisonCell>
export type ComparisonRow = z.infer<typeof ComparisonRow>
export type ComparisonColumn = z.infer<typeof ComparisonColumn>
export type Comparison = z.infer<typeof Comparison>
export type MunicipalitySummary = z.infer<typeof MunicipalitySummary>
export type MunicipalityPage = z.infer<typeof MunicipalityPage>
export type Profile = z.infer<typeof Profile>
export type HolderPage = z.infer<typeof HolderPage>
