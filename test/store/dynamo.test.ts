import type { BatchWriteItemCommandOutput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AwsStore } from '../../lib/store/aws/store.ts'
import type { Claim } from '../../lib/store/index.ts'
import { type Aws, startAws } from '../support/aws.ts'
import { Clock } from '../support/clock.ts'
import { edge, finding, outcome, profile, source } from '../support/items.ts'

const ID = 'a'.repeat(20)
const claim: Claim = { id: ID, revision: 1, owner: 'a' }
const many = Array.from({ length: 60 }, (_, i) => finding({ code: `c-${i}` }))

describe('the DynamoDB table', () => {
  let aws: Aws
  let table: string
  let client: DynamoDBClient
  let clock: Clock
  beforeAll(async () => {
    aws = await startAws()
  })
  afterAll(() => aws.stop())
  beforeEach(async () => {
    table = await aws.table()
    client = aws.clients().dynamo
    clock = new Clock()
  })

  const open = (through = client) => new AwsStore({ client: through, table, now: clock.now })
  const keys = async () => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table }))
    return Items.map(({ pk, sk }) => `${pk} / ${sk}`).sort()
  }
  const write = async (store: AwsStore, by: Claim, findings = many) => {
    await store.claim(by, 60)
    await store.replaceFindings(by, findings)
    await store.finish(by, outcome)
  }

  it('has the keys of the data model', async () => {
    const store = open()
    await store.receive(ID, source())
    await write(store, claim, [finding()])
    await store.putProfile('rs-70955', profile(), [edge()])
    expect(await keys()).toEqual([
      `DOC#${ID} / KEYS#a#0`,
      `DOC#${ID} / META`,
      'MUNI#rs-70955 / E#services#home-care',
      `MUNI#rs-70955 / F#services#home-care#${ID}#1`,
      'MUNI#rs-70955 / PROFILE',
      'PARTITIONS#L / 2026-11#-',
      'PARTITIONS#L / 2026-11#RS',
      'PARTITIONS#P / #RS',
    ])
  })

  it('keeps nothing of a document that was analysed anew and removed', async () => {
    const store = open()
    await store.receive(ID, source())
    await write(store, claim)
    await store.reopen(ID, 2)
    await write(store, { ...claim, revision: 2, owner: 'b' }, many.slice(0, 5))
    expect((await keys()).filter((key) => key.includes('F#'))).toHaveLength(5)
    expect((await keys()).filter((key) => key.includes('KEYS#'))).toEqual([`DOC#${ID} / KEYS#b#0`])
    await store.remove(ID)
    expect((await keys()).filter((key) => !key.startsWith('PARTITIONS#'))).toEqual([])
  })

  it('sends again what DynamoDB leaves undone of a batch', async () => {
    const throttled = aws.clients().dynamo
    let undone = 0
    // What a busy table does: part of the batch is taken, the rest is handed back.
    throttled.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const items = (args.input as { RequestItems?: Record<string, unknown[]> }).RequestItems?.[table] ?? []
          if (commandName !== 'BatchWriteItemCommand' || items.length < 2 || undone > 5) return next(args)
          undone++
          const rest = items.splice(1)
          const answer = await next(args)
          ;(answer.output as BatchWriteItemCommandOutput).UnprocessedItems = { [table]: rest as [] }
          return answer
        },
      { step: 'initialize' },
    )
    const store = open(throttled)
    await store.receive(ID, source())
    await write(store, claim)
    expect(undone).toBeGreaterThan(3)
    expect(await store.findings('rs-70955')).toHaveLength(60)
  })

  /** A store that falls asleep before its n-th request, counted from the call of `count`. */
  const sleepy = (n: number) => {
    const through = aws.clients().dynamo
    const [asleep, awake] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let requests = Number.NEGATIVE_INFINITY
    through.middlewareStack.add(
      (next) => async (args) => {
        if (++requests === n) {
          asleep.resolve()
          await awake.promise
        }
        return next(args)
      },
      { step: 'initialize' },
    )
    return { store: open(through), count: () => (requests = 0), asleep: asleep.promise, wake: awake.resolve }
  }

  it.each([1, 2, 3, 4, 5, 6])(
    'keeps the findings of a newer worker whole when an older one sleeps before its request %i and wakes up late',
    async (n) => {
      const { store: older, count, asleep, wake } = sleepy(n)
      const newer = open()
      await newer.receive(ID, source())
      await older.claim(claim, 60)
      count()
      const late = older.replaceFindings(claim, many)
      await asleep
      clock.advance(61)
      await newer.reopen(ID, 2)
      await write(newer, { ...claim, revision: 2, owner: 'b' }, many.slice(0, 5))
      wake()
      await late
      expect(await older.finish(claim, outcome)).toBe(false)
      expect(await newer.findings('rs-70955')).toEqual(many.slice(0, 5))
      expect((await newer.document(ID))?.published).toBe(2)
      await newer.reopen(ID, 3)
      await write(newer, { ...claim, revision: 3, owner: 'c' }, [])
      expect(await newer.findings('rs-70955')).toEqual([])
    },
  )
})
