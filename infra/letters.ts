import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  paginateListQueues,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'

/** A stage of an installation: its queue, and how much lies among its dead letters. */
export interface DeadLetters {
  /** `read`, `extract`, …: as the functions are called. */
  readonly name: string
  readonly queueUrl: string
  readonly deadUrl: string
  readonly dead: number
}

/** Queues as CloudFormation names them: `Stratlas-ExtractDead0A1B2C3D-xyz`. */
const QUEUE = /\/Stratlas(?:State)?-(?<stage>[A-Z][a-z]+)(?<part>Queue|Dead)[^/]*$/

/** The stages of the installation in the account and region of the client, by name. */
export async function deadLetters(client: SQSClient): Promise<DeadLetters[]> {
  const urls: Record<string, { Queue?: string; Dead?: string }> = {}
  for await (const { QueueUrls = [] } of paginateListQueues({ client }, { QueueNamePrefix: 'Stratlas' }))
    for (const url of QueueUrls) {
      const { stage, part } = QUEUE.exec(url)?.groups ?? {}
      if (stage && part) urls[stage] = { ...urls[stage], [part]: url }
    }
  const stages = Object.entries(urls).flatMap(([stage, { Queue: queueUrl, Dead: deadUrl }]) =>
    queueUrl && deadUrl ? [{ name: stage.toLowerCase(), queueUrl, deadUrl }] : [],
  )
  const counted = stages.map(async (stage) => ({ ...stage, dead: await count(client, stage.deadUrl) }))
  return (await Promise.all(counted)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Sends the dead letters of a stage back to its queue, each with what travelled beside it, and answers how many. No more
 * than were counted, so that one that dies again at once is not sent round and round.
 */
export async function sendBack(client: SQSClient, { queueUrl, deadUrl, dead }: DeadLetters): Promise<number> {
  let sent = 0
  while (sent < dead) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: deadUrl,
        MaxNumberOfMessages: Math.min(10, dead - sent),
        MessageAttributeNames: ['All'],
        WaitTimeSeconds: 1,
      }),
    )
    if (!Messages.length) break
    for (const { Body, MessageAttributes, ReceiptHandle } of Messages) {
      // First there, then gone here: a break between the two has it done twice, which changes nothing.
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: Body, MessageAttributes }))
      await client.send(new DeleteMessageCommand({ QueueUrl: deadUrl, ReceiptHandle }))
      sent++
    }
  }
  return sent
}

async function count(client: SQSClient, QueueUrl: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages' as const]
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }))
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0)
}
