import { PRICES } from '../../functions/prices.ts'
import type { Reading } from './meter.ts'

export { PRICES }

/** What an installation costs in a month in which nothing happens: 21 alarms at 0.10; its dashboard is among three free ones. */
export const IDLE = 2.1

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** USD of the requests of a reading. */
export function priceOf({
  requests,
  readUnits,
  writeUnits,
}: Pick<Reading, 'requests' | 'readUnits' | 'writeUnits'>): number {
  const of = (pattern: RegExp) => sum(Object.entries(requests).map(([action, n]) => (pattern.test(action) ? n : 0)))
  return (
    readUnits * PRICES.readUnit +
    writeUnits * PRICES.writeUnit +
    of(/^s3:(?:Put|List)/) * PRICES.put +
    of(/^s3:Get/) * PRICES.get +
    of(/^sqs:/) * PRICES.message
  )
}
