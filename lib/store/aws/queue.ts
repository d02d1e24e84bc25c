import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { Message, Queue } from '../queue.ts'

export interface AwsQueueOptions {
  readonly client: SQSClient
  readonly url: string
  /** The queue that the redrive policy of this one names. Without it `depth` knows no dead letters. */
  readonly deadLetterUrl?: string
  /** Attributes that each message is sent with: what is to travel beside the job, such as a correlation id. */
  readonly attributes?: () => Readonly<Record<string, string>>
}

/** SQS answers at most so many messages at once. */
const MOST = 10

/** A queue of SQS. How often a message may come before it goes to the dead letters is the queue's own redrive policy. */
export class AwsQueue<Body> implements Queue<Body> {
  readonly #client: SQSClient
  readonly #url: string
  readonly #deadLetterUrl: string | undefined

  readonly #attributes: () => Readonly<Record<string, string>>

  constructor({ client, url, deadLetterUrl, attributes = () => ({}) }: AwsQueueOptions) {
    this.#client = client
    this.#url = url
    this.#deadLetterUrl = deadLetterUrl
    this.#attributes = attributes
  }

  async send(body: Body): Promise<void> {
    const attributes = Object.entries(this.#attributes()).map(([name, StringValue]) => [
      name,
      { DataType: 'String', StringValue },
    ])
    const command = new SendMessageCommand({
      QueueUrl: this.#url,
      MessageBody: JSON.stringify(body),
      ...(attributes.length > 0 && { MessageAttributes: Object.fromEntries(attributes) }),
    })
    await this.#client.send(command)
  }

  async receive(max: number, visibilitySeconds: number): Promise<Message<Body>[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: this.#url,
      MaxNumberOfMessages: Math.min(max, MOST),
      VisibilityTimeout: visibilitySeconds,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    })
    const { Messages = [] } = await this.#client.send(command)
    return Messages.map(({ Body, ReceiptHandle, Attributes }) => ({
      body: JSON.parse(Body ?? 'null') as Body,
      receipt: ReceiptHandle ?? '',
      attempts: Number(Attributes?.ApproximateReceiveCount),
    }))
  }

  async delete(receipt: string): Promise<void> {
    await this.#client.send(new DeleteMessageCommand({ QueueUrl: this.#url, ReceiptHandle: receipt }))
  }

  async release(receipt: string, delaySeconds: number): Promise<void> {
    const input = { QueueUrl: this.#url, ReceiptHandle: receipt, VisibilityTimeout: delaySeconds }
    await this.#client.send(new ChangeMessageVisibilityCommand(input))
  }

  async depth(): Promise<{ waiting: number; dead: number }> {
    const [waiting, dead] = await Promise.all([this.#count(this.#url), this.#count(this.#deadLetterUrl)])
    return { waiting, dead }
  }

  async #count(url: string | undefined): Promise<number> {
    if (url === undefined) return 0
    const command = new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    })
    const { Attributes } = await this.#client.send(command)
    return Number(Attributes?.ApproximateNumberOfMessages) + Number(Attributes?.ApproximateNumberOfMessagesNotVisible)
  }
}
