import type { Message, Queue } from '../lib/store/index.ts'

/** A queue that is looked at together with another, and whose sender sends to that other one. */
export class Detour<Body> implements Queue<Body> {
  readonly #main: Queue<Body>
  readonly #other: Queue<Body>

  constructor(main: Queue<Body>, other: Queue<Body>) {
    this.#main = main
    this.#other = other
  }

  send = (body: Body): Promise<void> => this.#other.send(body)
  receive = (max: number, seconds: number): Promise<Message<Body>[]> => this.#main.receive(max, seconds)
  delete = (receipt: string): Promise<void> => this.#main.delete(receipt)
  release = (receipt: string, seconds: number): Promise<void> => this.#main.release(receipt, seconds)

  async depth(): Promise<{ waiting: number; dead: number }> {
    const [main, other] = await Promise.all([this.#main.depth(), this.#other.depth()])
    return { waiting: main.waiting + other.waiting, dead: main.dead + other.dead }
  }
}
