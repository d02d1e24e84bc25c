import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Queue } from '../../lib/store/index.ts'

const MAX_RECEIVES = 3
const LONG = 300

/** A home that makes an empty queue whose messages are dead after so many receives. */
interface Queues {
  create(maxReceives: number): Promise<Queue<{ n: number }>>
  close(): Promise<void>
}

/** What every queue does. */
export function queueContract(name: string, open: () => Promise<Queues>) {
  describe(`queue: ${name}`, () => {
    let home: Queues
    let queue: Queue<{ n: number }>
    beforeAll(async () => {
      home = await open()
    })
    afterAll(() => home.close())
    beforeEach(async () => {
      queue = await home.create(MAX_RECEIVES)
    })

    const receive = async (max = 10, seconds = LONG) => queue.receive(max, seconds)

    it('has nothing at first', async () => {
      expect(await receive()).toEqual([])
      expect(await queue.depth()).toEqual({ waiting: 0, dead: 0 })
    })

    it('delivers what was sent, once, up to the number asked for', async () => {
      for (const n of [1, 2, 3]) await queue.send({ n })
      const first = await receive(2)
      const second = await receive(2)
      expect(first).toHaveLength(2)
      expect([...first, ...second].map(({ body }) => body.n).sort()).toEqual([1, 2, 3])
      expect(first[0]?.attempts).toBe(1)
      expect(await receive()).toEqual([])
    })

    it('counts what waits and what is in flight until it is deleted', async () => {
      await queue.send({ n: 1 })
      expect(await queue.depth()).toEqual({ waiting: 1, dead: 0 })
      const [message] = await receive()
      expect(await queue.depth()).toEqual({ waiting: 1, dead: 0 })
      await queue.delete(message?.receipt ?? '')
      expect(await queue.depth()).toEqual({ waiting: 0, dead: 0 })
      expect(await receive()).toEqual([])
    })

    it('delivers again what became visible without being deleted', async () => {
      await queue.send({ n: 1 })
      const [first] = await receive(1, 0)
      const [second] = await receive(1, LONG)
      expect([first?.attempts, second?.attempts]).toEqual([1, 2])
      expect(second?.body).toEqual({ n: 1 })
    })

    it('delivers again what was released, at once or later', async () => {
      await queue.send({ n: 1 })
      const [first] = await receive()
      await queue.release(first?.receipt ?? '', 0)
      const [second] = await receive()
      expect(second?.attempts).toBe(2)
      await queue.release(second?.receipt ?? '', LONG)
      expect(await receive()).toEqual([])
      expect(await queue.depth()).toEqual({ waiting: 1, dead: 0 })
    })

    it('moves a message to the dead letters after its last receive, and goes on with the others', async () => {
      await queue.send({ n: 1 })
      for (let i = 0; i < MAX_RECEIVES; i++) {
        const [message] = await receive(1)
        expect(message?.attempts).toBe(i + 1)
        await queue.release(message?.receipt ?? '', 0)
      }
      await queue.send({ n: 2 })
      const rest = [...(await receive()), ...(await receive())]
      expect(rest.map(({ body }) => body)).toEqual([{ n: 2 }])
      expect(await queue.depth()).toEqual({ waiting: 1, dead: 1 })
    })

    it('keeps any JSON', async () => {
      const body = { n: 1, name: 'Бачка Паланка „ш“', none: null, list: ['a\nb', { deep: [1.5] }] }
      await queue.send(body)
      expect((await receive())[0]?.body).toEqual(body)
    })

    it('is apart from other queues', async () => {
      const other = await home.create(MAX_RECEIVES)
      await queue.send({ n: 1 })
      expect(await other.receive(10, LONG)).toEqual([])
      expect(await receive()).toHaveLength(1)
    })
  })
}
