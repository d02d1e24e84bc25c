import { Duration } from 'aws-cdk-lib'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Node } from 'constructs'
import * as z from 'zod'
import { LOCK_SECONDS } from '../lib/pipeline/limits.ts'

/** Where the functions' own metrics are found in CloudWatch. */
export const METRICS_NAMESPACE = 'stratlas'

/** What objects are for, which their keys begin with. */
export type Part = 'uploads' | 'derived' | 'exports'

/** A queue hides a message so many times as long as its step may run. */
export const HIDDEN = 6

/** How large, how long and how many at once, per step; and what else is set. */
export const settings = {
  read: { memory: 1769, timeout: Duration.seconds(120), concurrency: 20 },
  /** Pages are recognised by one processor each, which is what so much memory comes with. */
  ocr: { memory: 1769, timeout: Duration.seconds(300), concurrency: 10 },
  extract: { memory: 1769, timeout: Duration.seconds(120), concurrency: 20 },
  aggregate: { memory: 512, timeout: Duration.seconds(60), concurrency: 10 },
  /** The data set as files, every night at this hour (UTC), slice after slice; two at once are as few as Lambda allows. */
  export: { memory: 1769, timeout: Duration.seconds(300), concurrency: 2, hour: 2 },
  api: { memory: 1024, timeout: Duration.seconds(15) },
  /** Documents that are put through the engine again, at once: few, so that new uploads need not wait behind them. */
  reanalyse: { concurrency: 2 },
  /** Requests per second that the API takes before it answers 429. */
  throttle: { rateLimit: 50, burstLimit: 100 },
  /** Request units per second that the table takes before it throttles: what an hour can cost at most. */
  table: { maxReadRequestUnits: 4000, maxWriteRequestUnits: 1000 },
  alarms: {
    /** Oldest message that may wait in a queue. */
    age: Duration.hours(1),
    /** Answers of the API in a quarter of an hour that may be a fault of ours. */
    faults: 0,
    /** Request units that an hour may take before someone is told: a quarter of a dollar of reads, 0.63 USD of writes. */
    hourlyReadUnits: 2_000_000,
    hourlyWriteUnits: 1_000_000,
  },
  /** How long a message waits at most, among the dead letters too. */
  messages: Duration.days(14),
  /** How long the logs of functions and API are kept. */
  logs: RetentionDays.ONE_MONTH,
  /** How long access logs of buckets and of the distribution are kept. */
  accessLogs: Duration.days(90),
  /** How long the files of a nightly export are kept. */
  exports: Duration.days(14),
  /** How long replaced and deleted versions of objects can be brought back. */
  oldVersions: Duration.days(90),
} as const

/**
 * Throws where a step that holds documents could run longer than its lock, or the lock last longer than its queue hides a
 * message: then two would work on one document, or a job that comes again find it locked.
 */
export function checkTimeouts(steps: Readonly<Record<string, { readonly timeout: Duration }>>): void {
  for (const [name, { timeout }] of Object.entries(steps)) {
    const seconds = timeout.toSeconds()
    if (seconds < LOCK_SECONDS && LOCK_SECONDS < HIDDEN * seconds) continue
    const [least, most] = [Math.floor(LOCK_SECONDS / HIDDEN) + 1, LOCK_SECONDS - 1]
    throw new Error(`infra/settings.ts: ${name}.timeout is ${seconds} s; set ${least} to ${most} s.`)
  }
}

const Context = z
  .object({
    reading: z.enum(['public', 'closed']).default('public'),
    jwtIssuer: z.url({ protocol: /^https$/ }).optional(),
    jwtAudience: z.string().min(1).optional(),
    jwtClientId: z.string().min(1).optional(),
    jwtOrigins: z
      .string()
      .regex(/^https:\/\/[\w.:-]+(?: https:\/\/[\w.:-]+)*$/, 'origins, separated by a space')
      .optional(),
    alarmEmail: z.email().optional(),
  })
  .refine(({ jwtIssuer, jwtAudience }) => (jwtIssuer === undefined) === (jwtAudience === undefined), {
    message: 'jwtIssuer and jwtAudience belong together: give both, or neither to sign requests with IAM.',
  })
  .refine(({ jwtIssuer, jwtClientId, jwtOrigins }) => jwtIssuer ?? !(jwtClientId ?? jwtOrigins), {
    message: 'jwtClientId and jwtOrigins are of a jwtIssuer: give that too.',
  })

/** What may stand under `context` in cdk.json, or behind `-c`. */
export const CHOICES: readonly string[] = Object.keys(Context.shape)

/** Who may sign in to write: the tokens of an OpenID Connect issuer. */
export interface Issuer {
  readonly url: string
  readonly audience: string
  /** What the page is called there; without it the page has no sign-in. */
  readonly clientId: string | undefined
  /** Origins that the page asks to sign in: the issuer's own, and those that it does its work at. */
  readonly origins: readonly string[]
}

/** What an institution chooses when it deploys: `cdk deploy -c reading=closed -c alarmEmail=team@example.org`. */
export interface Choices {
  /** `public`: anyone may read. `closed`: reading needs the same sign-in as writing. Default `public`. */
  readonly reading: 'public' | 'closed'
  /**
   * `jwtIssuer` and `jwtAudience`: writing needs a token of theirs. Without, requests are signed with IAM. `jwtClientId`:
   * people sign in on the page. `jwtOrigins`: where the issuer's tokens are given out, if elsewhere than at its address.
   */
  readonly issuer: Issuer | undefined
  /** Who is told of alarms. Without, they are seen on the dashboard only. */
  readonly alarmEmail: string | undefined
}

/** The choices in the context of an app; throws where one is not understood, naming it. */
export function choicesOf(node: Node): Choices {
  const given = CHOICES.map((key) => [key, node.tryGetContext(key)])
  const parsed = Context.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw new Error(`Context not understood. ${z.prettifyError(parsed.error)}`)
  const { reading, alarmEmail } = parsed.data
  return { reading, issuer: issuerOf(parsed.data), alarmEmail }
}

function issuerOf({ jwtIssuer, jwtAudience, jwtClientId, jwtOrigins }: z.infer<typeof Context>): Issuer | undefined {
  if (!jwtIssuer || !jwtAudience) return undefined
  const origins = [new URL(jwtIssuer).origin, ...(jwtOrigins?.split(' ') ?? [])]
  return { url: jwtIssuer, audience: jwtAudience, clientId: jwtClientId, origins }
}
