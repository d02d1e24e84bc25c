import * as z from 'zod'

/** Dimensions of extraction, in the order in which records list them. */
export const DIMENSIONS = ['municipalities', 'targetGroups', 'services', 'periods', 'funders'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const KINDS = ['strategy', 'news', 'other'] as const
export const STATUSES = ['received', 'reading', 'analysed', 'failed'] as const
export const SCRIPTS = ['Latn', 'Cyrl'] as const
export const PERIOD_ROLES = [
  'strategy',
  'previous-strategy',
  'programme',
  'project',
  'event',
  'publication',
  'reference',
] as const
export const MUNICIPALITY_ROLES = ['subject', 'mentioned'] as const

/** The words that prove a claim: `text` is always `record.text.slice(start, end)`, offsets in UTF-16 code units. */
export const Mention = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string().min(1),
  page: z.int().positive().optional(),
  rule: z.string().describe('The named rule that found it, e.g. service/lexicon'),
  confidence: z.number().min(0).max(1),
  because: z.string().describe('Why it counts, in words'),
})

const mentions = z.array(Mention).min(1)

export const MunicipalityClaim = z.object({
  id: z.string().describe('rs- and the 5-digit matični broj, pl- and the TERYT code'),
  country: z.string().length(2),
  name: z.string().describe('Official name, nominative, Latin script'),
  role: z.enum(MUNICIPALITY_ROLES),
  mentions,
})

export const TargetGroupClaim = z.object({ concept: z.string().nullable(), label: z.string().optional(), mentions })

export const ServiceClaim = z.object({
  concept: z.string().nullable(),
  label: z.string().optional(),
  targetGroups: z.array(z.string()).describe('Groups that the text ties this service to'),
  mentions,
})

export const PeriodClaim = z.object({
  role: z.enum(PERIOD_ROLES),
  edtf: z.string().describe('ISO 8601-2 level 0/1: 2019/2022, 2024-03-11, ../2027'),
  start: z.string().nullable(),
  end: z.string().nullable(),
  mentions,
})

export const FunderClaim = z.object({
  id: z.string().nullable(),
  type: z.enum(['organisation', 'programme']),
  parent: z.string().nullable(),
  name: z.string(),
  mentions,
})

export const Problem = z.object({ code: z.string(), page: z.int().positive().optional(), message: z.string() })

export const Source = z.object({
  key: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  pages: z.int().nonnegative().optional(),
  reader: z.string().optional(),
  receivedAt: z.string(),
})

export const LanguageGuess = z.object({
  code: z.string().describe('ISO 639-1, "und" where unknown'),
  script: z.string().describe('ISO 15924'),
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.object({ code: z.string(), confidence: z.number().min(0).max(1) })),
})

export const RecordPage = z.object({
  number: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  source: z.enum(['text', 'ocr']),
  confidence: z.number().min(0).max(1).nullable().describe('How sure recognition is; null where letters were there'),
  grade: z.enum(['good', 'poor', 'failed']),
})

/** The analysis record: all that is known of one document. See docs/decisions for what may change in it. */
export const AnalysisRecord = z.object({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{20}$/),
  source: Source,
  status: z.enum(STATUSES),
  problems: z.array(Problem),
  title: z.string().nullable(),
  kind: z.enum(KINDS),
  language: LanguageGuess,
  text: z.string().optional(),
  pages: z.array(RecordPage),
  municipalities: z.array(MunicipalityClaim),
  targetGroups: z.array(TargetGroupClaim),
  services: z.array(ServiceClaim),
  periods: z.array(PeriodClaim),
  funders: z.array(FunderClaim),
  engine: z.object({ version: z.string(), lists: z.string() }),
})

export type Mention = z.infer<typeof Mention>
export type MunicipalityClaim = z.infer<typeof MunicipalityClaim>
export type TargetGroupClaim = z.infer<typeof TargetGroupClaim>
export type ServiceClaim = z.infer<typeof ServiceClaim>
export type PeriodClaim = z.infer<typeof PeriodClaim>
export type FunderClaim = z.infer<typeof FunderClaim>
export type Problem = z.infer<typeof Problem>
export type Source = z.infer<typeof Source>
export type LanguageGuess = z.infer<typeof LanguageGuess>
export type AnalysisRecord = z.infer<typeof AnalysisRecord>
export type Kind = (typeof KINDS)[number]
export type Status = (typeof STATUSES)[number]
export type PeriodRole = (typeof PERIOD_ROLES)[number]
