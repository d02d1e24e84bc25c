import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, expect, test } from 'vitest'

const account = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
let emulator: Awaited<ReturnType<typeof startFauxqs>>
let client: SQSClient
const urls: Record<string, string> = {}

beforeAll(async () => {
  emulator = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' })
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const endpoint = `http://127.0.0.1:${emulator.port}`
  client = new SQSClient({ region: 'eu-central-1', endpoint, credentials, useQueueUrlAsEndpoint: false })
  for (const name of ['State-ReadQueue', 'State-ReadDead', '-ExtractQueue', '-ExtractDead'])
    urls[name] =
      (await client.send(new CreateQueueCommand({ QueueName: `Stratlas${name}0A1B2C3D-xyz` }))).QueueUrl ?? ''
  await client.send(new CreateQueueCommand({ QueueName: 'Other-ReadDead' }))
  for (let n = 0; n < 12; n++)
    await client.send(
      new SendMessageCommand({
        QueueUrl: urls['State-ReadDead'],
        MessageBody: `{"key":"uploads/${n}"}`,
        MessageAttributes: { correlation: { DataType: 'String', StringValue: `upload-${n}` } },
      }),
    )
})
afterAll(async () => {
  client.destroy()
  await emulator.stop()
})

const redrive = async (...args: string[]): Promise<string> => {
  // The emulator knows one address; the queues' own are those of its own network.
  const env = { PATH: process.env['PATH'], ...account, AWS_ENDPOINT_URL: `http://127.0.0.1:${emulator.port}` }
  return (await promisify(execFile)(process.execPath, ['infra/redrive.ts', ...args], { env })).stdout
}

test('dead letters are counted by stage, and sent back with their correlation where their stage is named', async () => {
  expect(await redrive()).toMatch(/^extract +0 dead letters\nread +12 dead letters\n/)
  expect(await redrive('read')).toMatch(/read +12 dead letters, 12 sent back/)
  expect(await redrive()).toMatch(/read +0 dead letters/)
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: urls['State-ReadQueue'],
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
    }),
  )
  expect(Messages).toHaveLength(10)
  for (const { Body, MessageAttributes } of Messages)
    expect(MessageAttributes?.['correlation']?.StringValue).toBe(`upload-${/\d+/.exec(Body ?? '')?.[0]}`)
})

test('a stage that there is not is refused', async () => {
  await expect(redrive('reed')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no stage reed') })
})
