import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { pass } from './clock.ts'
import { type Clients, clientsOf } from './emulators.ts'
import type { Lambda } from './lambda.ts'
import type { Feed, Model } from './model.ts'
import { ACCOUNT, REGION } from './template.ts'

/** How often time may be moved on before work that is still there counts as stuck. */
const ROUNDS = 40

/** A feed with clients that have the rights of its function. */
interface Fed {
  readonly feed: Feed
  readonly clients: Clients
  readonly url: string
}

/** Brings waiting messages to the functions as Lambda's own pollers do, with the rights of each function's role. */
export class Pump {
  readonly #model: Model
  readonly #lambda: Lambda
  readonly #feeds: readonly Fed[]
  readonly #harness: Clients
  /** Order in which received messages are handed on; a storm mixes them. */
  order: (messages: Message[]) => Message[] = (messages) => messages
  /** How often each message is handed on at once; a storm hands some on twice. */
  copies: (message: Message) => number = () => 1
  /** What invocations ended with that did not answer. */
  readonly broken: string[] = []

  constructor(model: Model, lambda: Lambda, endpoint: string) {
    this.#model = model
    this.#lambda = lambda
    this.#harness = clientsOf(endpoint, 'harness')
    this.#feeds = model.feeds.map((feed) => ({
      feed,
      clients: clientsOf(endpoint, feed.functionId),
      url: `${endpoint}/${ACCOUNT}/${feed.queue}`,
    }))
  }

  close(): void {
    for (const clients of [this.#harness, ...this.#feeds.map((one) => one.clients)])
      for (const client of Object.values(clients)) client.destroy()
  }

  /** Hands on once what each queue gives out at once. */
  async step(): Promise<void> {
    await Promise.all(this.#feeds.map((one) => this.#round(one)))
  }

  /** Works until nothing waits and nothing is hidden, moving time on where only hidden messages are left. */
  async settle(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      while ((await Promise.all(this.#feeds.map((one) => this.#round(one)))).includes(true)) {}
      if ((await this.#hidden()) === 0) return
      pass(Math.max(...this.#model.queues.map(({ visibility }) => visibility)) + 1)
    }
    throw new Error(`Messages are still hidden after ${ROUNDS} rounds.`)
  }

  /** One receive of one queue; false where nothing came or the role may not ask. */
  async #round({ feed, clients, url }: Fed): Promise<boolean> {
    // Lambda asks for the queue's attributes when it takes up a feed, and refuses it where it may not.
    const messages = await this.#receive(clients.sqs, url).catch(() => [])
    await Promise.all(
      this.order(messages).map(async (message) => {
        const copies = Array.from({ length: this.copies(message) }, () => this.#hand(feed, message))
        if (!(await Promise.all(copies)).includes(true)) return
        await clients.sqs
          .send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }))
          .catch(() => undefined)
      }),
    )
    return messages.length > 0
  }

  async #receive(sqs: SQSClient, QueueUrl: string): Promise<Message[]> {
    await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      }),
    )
    return Messages
  }

  /** Invokes the function with one message; true where it is done with it. */
  async #hand({ functionId, queue }: Feed, message: Message): Promise<boolean> {
    try {
      const reply = (await this.#lambda.invoke(functionId, eventOf(queue, message))) as {
        batchItemFailures?: { itemIdentifier: string }[]
      } | null
      return !reply?.batchItemFailures?.length
    } catch (error) {
      this.broken.push(error instanceof Error ? error.message : String(error))
      return false
    }
  }

  async #hidden(): Promise<number> {
    let hidden = 0
    for (const { url } of this.#feeds) {
      const { Attributes } = await this.#harness.sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
      )
      hidden += Number(Attributes?.['ApproximateNumberOfMessagesNotVisible'])
    }
    return hidden
  }
}

/** The event that Lambda makes of a message. */
const eventOf = (queue: string, { MessageId, ReceiptHandle, Body, Attributes, MessageAttributes = {} }: Message) => ({
  Records: [
    {
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: Attributes,
      messageAttributes: Object.fromEntries(
        Object.entries(MessageAttributes).map(([name, { StringValue, DataType }]) => [
          name,
          { stringValue: StringValue, dataType: DataType },
        ]),
      ),
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue}`,
      awsRegion: REGION,
    },
  ],
})
