import type { Found } from '../extract/extractor.ts'
import { actors } from './actors.ts'
import { boilerplate } from './boilerplate.ts'
import { company } from './company.ts'
import { context } from './context.ts'
import { doers } from './doers.ts'
import { elsewhere } from './elsewhere.ts'
import { modified } from './modified.ts'
import { names } from './names.ts'
import { nested } from './nested.ts'
import { partners } from './partners.ts'
import { recalled } from './recalled.ts'
import type { Context, Refiner } from './refiner.ts'
import { refusal } from './refusal.ts'
import { statistics } from './statistics.ts'
import { stories } from './stories.ts'
import { topic } from './topic.ts'

/**
 * In the order they run. Context asks which mentions are tied to each other among those that stand; company, which services
 * are named beside what is told in passing; topic, what the text that holds them is about.
 */
export const refiners: readonly Refiner[] = [
  boilerplate,
  names,
  actors,
  partners,
  doers,
  nested,
  modified,
  recalled,
  statistics,
  stories,
  refusal,
  elsewhere,
  context,
  company,
  topic,
]

/** Mentions that stand after all refiners. */
export const refine = (found: readonly Found[], given: Context): readonly Found[] =>
  refiners.reduce((left, refiner) => refiner(left, given), found)

export type { Context, Refiner } from './refiner.ts'
