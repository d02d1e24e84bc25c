import { Duration } from 'aws-cdk-lib'

/** How large, how long and how many at once, per step. A queue hides a message six times as long as its step may run. */
export const settings = {
  read: { memory: 1769, timeout: Duration.seconds(120), concurrency: 20 },
  extract: { memory: 1769, timeout: Duration.seconds(120), concurrency: 20 },
  aggregate: { memory: 512, timeout: Duration.seconds(60), concurrency: 10 },
  api: { memory: 1024, timeout: Duration.seconds(15) },
  /** Requests per second that the API takes before it answers 429. */
  throttle: { rateLimit: 50, burstLimit: 100 },
} as const
