import * as z from 'zod'
import list from '../data/funders.json' with { type: 'json' }

export const FUNDER_KINDS = ['multilateral', 'bilateral', 'national', 'local-budget', 'NGO', 'private'] as const

const Funder = z.object({
  id: z.string(),
  type: z.enum(['organisation', 'programme']),
  kind: z.enum(FUNDER_KINDS),
  parent: z.string().nullable(),
  countries: z.array(z.string().length(2)),
  names: z.object({ en: z.string() }).catchall(z.string()),
  identifiers: z.record(z.string(), z.array(z.string())).optional(),
  patterns: z.record(z.string(), z.array(z.string())),
})

/** An organisation or a programme that gives money to municipalities, with its names, identifiers and the phrases that name it. */
export type Funder = z.infer<typeof Funder>

const byId = new Map(
  z
    .array(Funder)
    .parse(list)
    .map((funder) => [funder.id, funder]),
)

/** All funders, in the order of their list. */
export const funders = (): readonly Funder[] => [...byId.values()]

/** The funder of an id, or undefined: `funder('pfron')?.names.pl` is `Państwowy Fundusz Rehabilitacji …`. */
export const funder = (id: string): Funder | undefined => byId.get(id)
