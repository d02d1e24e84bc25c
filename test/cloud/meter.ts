import type { Gateway } from './gateway.ts'
import { unitsOf, writesByPartition } from './units.ts'

/** Partitions that a reading names. */
const SHOWN = 4

const READS = /^(?:s3:GetObject|dynamodb:(?:GetItem|BatchGetItem|Query))$/

/** What some work asked of AWS. */
export interface Reading {
  /** Requests by action: `dynamodb:Query`. */
  readonly requests: Readonly<Record<string, number>>
  readonly readUnits: number
  readonly writeUnits: number
  /** Bytes that were put into buckets. */
  readonly bytesPut: number
  /** Bytes that came from table and buckets. */
  readonly bytesRead: number
  /** The partitions that most write units fell on, with these: DynamoDB gives each 1,000 a second. */
  readonly hottest: Readonly<Record<string, number>>
}

/** Counts what the functions ask of AWS, from one reading to the next. */
export class Meter {
  #requests: Record<string, number> = {}
  #read = 0
  #write = 0
  #bytes = 0
  #bytesRead = 0
  #partitions = new Map<string, number>()

  constructor(gateway: Gateway) {
    gateway.onDone(({ call, wire, reply }) => {
      if (call.sandbox === undefined && !call.action.startsWith('sqs:')) return
      this.#requests[call.action] = (this.#requests[call.action] ?? 0) + 1
      if (call.action === 's3:PutObject') this.#bytes += wire.body.length
      if (reply.status === 200 && READS.test(call.action)) this.#bytesRead += Buffer.byteLength(reply.body)
      if (call.service !== 'dynamodb' || reply.status !== 200) return
      const { read, write } = unitsOf(call, JSON.parse(reply.body.toString()) as Record<string, unknown>)
      this.#read += read
      this.#write += write
      for (const [partition, units] of writesByPartition(call))
        this.#partitions.set(partition, (this.#partitions.get(partition) ?? 0) + units)
    })
  }

  /** What was counted since the last reading. */
  take(): Reading {
    const hottest = Object.fromEntries([...this.#partitions].sort(([, a], [, b]) => b - a).slice(0, SHOWN))
    const units = { readUnits: this.#read, writeUnits: this.#write }
    const counted = { requests: this.#requests, ...units, bytesPut: this.#bytes, bytesRead: this.#bytesRead }
    this.#requests = {}
    this.#read = 0
    this.#write = 0
    this.#bytes = 0
    this.#bytesRead = 0
    this.#partitions = new Map()
    return { ...counted, hottest }
  }
}
