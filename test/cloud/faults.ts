import type { Message } from '@aws-sdk/client-sqs'
import { pass } from './clock.ts'
import type { Cloud } from './cloud.ts'
import { KILLER } from './corpus.ts'
import { jsonError, type Reply } from './gateway.ts'
import { randomFrom, shuffled } from './random.ts'
import type { Call } from './request.ts'
import { idOf } from './scenario.ts'

/** How much of each trouble there was. */
export interface Troubles {
  crashes: number
  timeouts: number
  throttled: number
  unprocessed: number
  duplicates: number
}

const WRITE = /:(?:Put|Send|BatchWrite|Delete)(?!Message$)/
const MOST_CRASHES = 40
const MOST_TIMEOUTS = 5
const NEVER = new Promise<Reply>(() => undefined)

/**
 * Lets everything happen that happens in a cloud: messages in any order and twice at once, processes that die between
 * two writes or run out of time, a table that throttles and leaves batches undone. The same in every run of a seed, as
 * far as the order in which processes ask allows.
 */
export function unleash({ gateway, pump, lambda, model }: Cloud, seed: number): Troubles {
  const random = randomFrom(seed)
  const troubles: Troubles = { crashes: 0, timeouts: 0, throttled: 0, unprocessed: 0, duplicates: 0 }
  const killer = `/${idOf(KILLER.bytes)}/`
  const hit = new Set<string>()
  /** Each document or municipality is hit once by each trouble: so often a message may come. */
  const strikes = (kind: string, call: Call, chance: number): boolean => {
    const target = `${kind} ${call.action} ${subjectOf(call)}`
    if (random() >= chance || hit.has(target)) return false
    hit.add(target)
    return true
  }
  const kill = ({ sandbox = '' }: Call, reason: string): Promise<Reply> => {
    lambda.kill(sandbox, reason)
    return NEVER
  }
  pump.order = (messages: Message[]) => shuffled(messages, random)
  pump.copies = () => {
    if (random() >= 0.06) return 1
    troubles.duplicates++
    return 2
  }
  gateway.intercept = async (call, forward) => {
    if (call.sandbox === undefined) return forward()
    if (call.action === 's3:PutObject' && call.resource.includes(killer)) return kill(call, 'out of memory')
    if (call.service === 'dynamodb' && random() < 0.04) {
      troubles.throttled++
      return jsonError('com.amazonaws.dynamodb.v20120810#ThrottlingException', 'Rate of requests exceeds the limit.')
    }
    if (call.action === 'dynamodb:BatchWriteItem' && random() < 0.05) {
      troubles.unprocessed++
      return { status: 200, body: JSON.stringify({ UnprocessedItems: call.input['RequestItems'] }) }
    }
    if (troubles.timeouts < MOST_TIMEOUTS && strikes('timeout', call, 0.002)) {
      troubles.timeouts++
      pass(model.functions.find(({ id }) => id === call.caller)?.timeout ?? 0)
      return kill(call, 'timeout')
    }
    const reply = await forward()
    if (!WRITE.test(call.action) || troubles.crashes >= MOST_CRASHES || !strikes('crash', call, 0.02)) return reply
    troubles.crashes++
    return kill(call, 'crash')
  }
  return troubles
}

/** Which document or municipality a call is about. */
const subjectOf = ({ resource, input }: Call): string =>
  /[0-9a-f]{20}|MUNI#[\w-]+/.exec(`${resource} ${JSON.stringify(input)}`)?.[0] ?? ''
