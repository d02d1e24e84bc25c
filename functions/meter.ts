import type { MiddlewareStack } from '@smithy/types'
import { PRICES } from './prices.ts'

/** Requests to SQS by Lambda itself for each message: a receive and a delete. */
const PER_MESSAGE = 2

/** A client of the SDK, as far as it is metered. */
interface Client {
  readonly middlewareStack: { add: MiddlewareStack<object, object>['add'] }
}

interface Consumed {
  readonly CapacityUnits?: number
}

let usd = 0

/** Adds up what the requests of a client cost, DynamoDB's by the units that it answers. `metered(new S3Client({}))`. */
export function metered<Metered>(client: Metered): Metered {
  const { middlewareStack } = client as unknown as Client
  middlewareStack.add(
    (next, { clientName = '', commandName = '' }) =>
      async (args) => {
        const isTable = clientName === 'DynamoDBClient'
        const input = isTable ? { ...args.input, ReturnConsumedCapacity: 'TOTAL' } : args.input
        const answer = await next({ ...args, input })
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] }
        usd += isTable ? unitsUsd(commandName, [ConsumedCapacity ?? []].flat()) : requestUsd(clientName, commandName)
        return answer
      },
    { step: 'initialize', name: 'meter' },
  )
  return client
}

/** Begins to count for one invocation; answers what it has cost so far in USD: its requests, and its time by its memory. */
export function meter(): () => number {
  const before = usd
  const start = performance.now()
  const gigabytes = Number(process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? 0) / 1024
  return () => {
    const computing = ((performance.now() - start) / 1000) * gigabytes * PRICES.gigabyteSecond
    return usd - before + computing + PRICES.invocation + PER_MESSAGE * PRICES.message
  }
}

const unitsUsd = (command: string, consumed: readonly Consumed[]): number => {
  const units = consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
  return units * (/^(?:Put|Delete|Update|BatchWrite)/.test(command) ? PRICES.writeUnit : PRICES.readUnit)
}

function requestUsd(client: string, command: string): number {
  if (client === 'SQSClient') return PRICES.message
  return /^(?:Put|List)/.test(command) ? PRICES.put : command.startsWith('Get') ? PRICES.get : 0
}
