/** A received message. `receipt` is valid until its visibility runs out; `attempts` counts receives, this one included. */
export interface Message<Body> {
  readonly body: Body
  readonly receipt: string
  readonly attempts: number
}

/** At-least-once delivery with visibility and dead letters, as SQS has it. Bodies are JSON. */
export interface Queue<Body> {
  send(body: Body): Promise<void>
  /** Up to `max` messages, hidden from others for `visibilitySeconds`; an empty list where none is waiting. */
  receive(max: number, visibilitySeconds: number): Promise<Message<Body>[]>
  /** Done with it: the message never comes again. */
  delete(receipt: string): Promise<void>
  /** Not done: the message comes again after `delaySeconds`; after the last attempt it goes to the dead letters. */
  release(receipt: string, delaySeconds: number): Promise<void>
  /** Messages waiting or in flight, and dead ones. Approximate in the cloud. */
  depth(): Promise<{ waiting: number; dead: number }>
}
