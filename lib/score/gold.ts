import * as z from 'zod'
import { KINDS } from '../contract/index.ts'

const items = z.array(z.string()).default([])
const lists = {
  subjects: items,
  targetGroups: items,
  services: items,
  serviceLinks: items,
  periods: items,
  funders: items,
  programmes: items,
}

/**
 * What an annotator says of one document. An item may hold alternatives (`a|b`); `@words` stands for a giver that no
 * list knows; `optional` items are neither rewarded nor punished, `*` among them tolerates everything.
 */
export const Gold = z.object({
  document: z.string(),
  language: z.string(),
  script: z.string(),
  kind: z.enum(KINDS),
  country: z.string().nullable(),
  ...lists,
  evidence: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  optional: z.object(lists).partial().default({}),
})
export type Gold = z.infer<typeof Gold>
