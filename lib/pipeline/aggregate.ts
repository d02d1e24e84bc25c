import { isDeepStrictEqual } from 'node:util'
import { profileOf } from '../profile/index.ts'
import type { Finding } from '../store/index.ts'
import type { Context } from './context.ts'
import type { AggregateJob } from './home.ts'

/** How often findings may change under the summing before the job is left to come again. */
const ROUNDS = 10

/**
 * Sums the findings of a municipality up into its edges and profile. Looks again after writing and repeats where the
 * findings have changed, so that of several that sum at once none leaves an outdated profile behind.
 */
export async function aggregate({ store, now }: Context, { municipality }: AggregateJob): Promise<void> {
  let used: Finding[] = await store.findings(municipality)
  for (let round = 0; round < ROUNDS; round++) {
    const { profile, edges } = profileOf(municipality, used, now())
    await store.putProfile(municipality, profile, edges)
    const found = await store.findings(municipality)
    if (isDeepStrictEqual(found, used)) return
    used = found
  }
  throw new Error(`The findings of ${municipality} changed ${ROUNDS} times while they were summed up.`)
}
