import * as z from 'zod'
import { Labels } from './label.ts'
import { STATUSES } from './record.ts'

export * from './comparison.ts'
export * from './document.ts'
export * from './label.ts'
export * from './quality.ts'
export * from './sign-in.ts'
export * from './upload.ts'

/** Concept schemes by id, in the order in which they are listed. */
export const SCHEMES = ['services', 'target-groups'] as const
export type SchemeId = (typeof SCHEMES)[number]

/** One concept of a scheme. `notation` is the id that records use; `broader` points to the concept above it. */
export const SkosConcept = z
  .object({
    id: z.string(),
    type: z.literal('Concept'),
    notation: z.string(),
    prefLabel: Labels,
    broader: z.string().optional(),
    topConceptOf: z.string().optional(),
    esspros: z.string().optional().describe('Eurostat ESSPROS function: SICK, DISA, OLD, SURV, FAM, UNEMP, HOUS, EXCL'),
    cofog: z.string().optional().describe('United Nations COFOG class: 10.2.0'),
    legal: z.record(z.string(), z.string()).optional().describe('Legal basis by country'),
  })
  .meta({ id: 'SkosConcept' })

/** `GET /v1/concepts?scheme=services`: a SKOS concept scheme in JSON-LD. */
export const SkosScheme = z
  .object({
    '@context': z.record(z.string(), z.unknown()),
    id: z.string(),
    type: z.literal('ConceptScheme'),
    notation: z.enum(SCHEMES),
    prefLabel: Labels,
    concepts: z.array(SkosConcept).describe('In the order in which they are shown: each group before its concepts'),
  })
  .meta({ id: 'SkosScheme' })

/** `GET /v1/concepts`: the schemes there are. */
export const SkosSchemes = z.object({ schemes: z.array(SkosScheme) }).meta({ id: 'SkosSchemes' })

/** `GET /v1/health`. */
export const Health = z
  .object({ status: z.literal('ok'), version: z.string(), time: z.string() })
  .meta({ id: 'Health' })

/** `GET /v1/stats`: what is there now, and what is still to be done. */
export const Stats = z
  .object({
    documents: z.object({ total: z.int().nonnegative(), ...counts(STATUSES) }),
    languages: z.record(z.string(), z.int().nonnegative()),
    municipalities: z.int().nonnegative(),
    queues: z.record(z.string(), z.object({ waiting: z.int().nonnegative(), dead: z.int().nonnegative() })),
    asOf: z
      .string()
      .nullable()
      .describe('When an export counted documents, languages and municipalities; null where they are of now'),
    isComplete: z
      .boolean()
      .describe('False where there are more documents than were counted: there are at least so many'),
  })
  .meta({ id: 'Stats' })

function counts<Name extends string>(names: readonly Name[]): Record<Name, z.ZodInt> {
  return Object.fromEntries(names.map((name) => [name, z.int().nonnegative()])) as Record<Name, z.ZodInt>
}

export type SkosConcept = z.infer<typeof SkosConcept>
export type SkosScheme = z.infer<typeof SkosScheme>
export type SkosSchemes = z.infer<typeof SkosSchemes>
export type Health = z.infer<typeof Health>
export type Stats = z.infer<typeof Stats>
