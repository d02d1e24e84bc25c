import type { Found } from '../extract/extractor.ts'
import { boilerplate } from './boilerplate.ts'
import { names } from './names.ts'
import type { Context, Refiner } from './refiner.ts'
import { elsewhere, refusal } from './scope.ts'

/** In the order they run. Names come before scope: a refusal inside a name refuses nothing. */
export const refiners: readonly Refiner[] = [boilerplate, names, refusal, elsewhere]

/** Mentions that stand after all refiners. */
export const refine = (found: readonly Found[], context: Context): readonly Found[] =>
  refiners.reduce((left, refiner) => refiner(left, context), found)

export type { Context, Refiner } from './refiner.ts'
