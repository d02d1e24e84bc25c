import { AwsStore } from '../lib/store/aws/store.ts'
import type { Claim, Outcome } from '../lib/store/index.ts'
import { count, tell } from './telemetry.ts'

/** The store of the cloud, which tells of each claim and counts each document at the one write that decides on it. */
export class CountedStore extends AwsStore {
  override async claim(claim: Claim, seconds: number): Promise<boolean> {
    const isHeld = await super.claim(claim, seconds)
    if (isHeld && seconds > 0) tell('claimed', { document: claim.id, revision: claim.revision })
    return isHeld
  }

  override async finish(claim: Claim, outcome: Outcome): Promise<boolean> {
    const isFinished = await super.finish(claim, outcome)
    if (!isFinished) return false
    const { status, source, problems } = outcome
    const code = status === 'failed' ? (problems[0]?.code ?? 'UNEXPECTED') : null
    tell('finished', { document: claim.id, revision: claim.revision, status, code })
    count('Documents', 1, { status })
    if (code) count('Failures', 1, { code })
    if (source?.pages) count('Pages', source.pages)
    return true
  }
}
