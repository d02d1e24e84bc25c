import type { Gateway } from './gateway.ts'
import { unitsOf } from './units.ts'

/** What some work asked of AWS. */
export interface Reading {
  /** Requests by action: `dynamodb:Query`. */
  readonly requests: Readonly<Record<string, number>>
  readonly readUnits: number
  readonly writeUnits: number
  /** Bytes that were put into buckets. */
  readonly bytesPut: number
}

/** Counts what the functions ask of AWS, from one reading to the next. */
export class Meter {
  #requests: Record<string, number> = {}
  #read = 0
  #write = 0
  #bytes = 0

  constructor(gateway: Gateway) {
    gateway.onDone(({ call, wire, reply }) => {
      if (call.sandbox === undefined && !call.action.startsWith('sqs:')) return
      this.#requests[call.action] = (this.#requests[call.action] ?? 0) + 1
      if (call.action === 's3:PutObject') this.#bytes += wire.body.length
      if (call.service !== 'dynamodb' || reply.status !== 200) return
      const { read, write } = unitsOf(call, JSON.parse(reply.body.toString()) as Record<string, unknown>)
      this.#read += read
      this.#write += write
    })
  }

  /** What was counted since the last reading. */
  take(): Reading {
    const reading = { requests: this.#requests, readUnits: this.#read, writeUnits: this.#write, bytesPut: this.#bytes }
    this.#requests = {}
    this.#read = 0
    this.#write = 0
    this.#bytes = 0
    return reading
  }
}
