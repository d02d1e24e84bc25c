import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { StratlasError } from '../../lib/contract/index.ts'
import {
  type Context,
  documentId,
  type Home,
  LOCK_SECONDS,
  MAX_RECEIVES,
  progressOf,
  readingOf,
  reanalyse,
  receive,
  recordOf,
  remove,
  steps,
  type Workbench,
} from '../../lib/pipeline/index.ts'
import { collect } from '../../lib/store/page.ts'
import { Clock } from '../support/clock.ts'
import { drain } from '../support/drain.ts'
import { Fuse } from '../support/fuse.ts'
import { acting, literal } from '../support/workbench.ts'

interface Homes {
  /** A new, empty home whose every write passes the fuse. */
  create(now: () => Date, fuse: Fuse): Promise<Home>
  close(): Promise<void>
}

const bytes = (text: string) => new TextEncoder().encode(text)

const POZEGA = 'subject rs-70955 Požega\nservice home-care\nservice day-care\n'
const ID = documentId(bytes(POZEGA))
/** A scan of five pages. */
const PAGES = 'SCAN subject rs-70955 Požega\nservice a\nservice b\nservice c\nservice d'

/** What the pipeline does in every home. */
export function pipelineContract(name: string, open: () => Promise<Homes>) {
  describe(`pipeline: ${name}`, () => {
    let homes: Homes
    let clock: Clock
    let fuse: Fuse
    let context: Context
    beforeAll(async () => {
      homes = await open()
    })
    afterAll(() => homes.close())
    const renew = async () => {
      clock = new Clock()
      fuse = new Fuse()
      context = { ...(await homes.create(clock.now, fuse)), workbench: literal, now: clock.now }
    }
    beforeEach(renew)

    const upload = async (key: string, text: string) => {
      await context.blobs.put(key, bytes(text))
      return receive(context, key, clock.now())
    }
    const depths = async () => [
      await context.queues.read.depth(),
      await context.queues.ocr.depth(),
      await context.queues.extract.depth(),
      await context.queues.aggregate.depth(),
    ]
    /** What a bucket announces of a file that someone deletes. */
    const takeAway = async (key: string) => {
      await context.blobs.delete(key)
      await context.queues.read.send({ key, order: clock.now().toISOString() })
      await drain(context)
    }
    const rest = { waiting: 0, dead: 0 }
    const idle = [rest, rest, rest, rest]

    it('takes a document from its bytes to the profile of its municipality', async () => {
      const { item, isNew } = await upload('uploads/a.txt', POZEGA)
      expect([item.id, item.status, isNew]).toEqual([ID, 'received', true])
      await drain(context)
      const document = await context.store.document(ID)
      expect(document).toMatchObject({
        status: 'analysed',
        country: 'RS',
        municipalities: ['rs-70955'],
        concepts: { services: ['day-care', 'home-care'] },
        source: { key: 'uploads/a.txt', mediaType: 'text/plain', reader: 'plain' },
      })
      expect(await context.store.profile('rs-70955')).toMatchObject({ name: 'Požega', country: 'RS', documents: 1 })
      const [edge] = await context.store.edges('rs-70955', 'services')
      expect(edge).toMatchObject({ code: 'day-care', documents: [ID], quotes: [{ text: 'service day-care' }] })
      if (!document) throw new Error('missing')
      expect((await readingOf(context.blobs, document))?.reading.text).toBe(POZEGA)
      expect(await recordOf(context.blobs, document)).toMatchObject({ id: ID, services: [{}, {}] })
      expect(await recordOf(context.blobs, document)).not.toHaveProperty('text')
      expect(await depths()).toEqual(idle)
    })

    it('makes one document of the same bytes, under whatever key and however often', async () => {
      await upload('uploads/a.txt', POZEGA)
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      const before = await stateOf(context)
      expect((await upload('uploads/b.txt', POZEGA)).isNew).toBe(false)
      await drain(context)
      expect((await context.store.documents({}, { limit: 10 })).items).toHaveLength(1)
      expect((await context.store.profile('rs-70955'))?.documents).toBe(1)
      await takeAway('uploads/b.txt')
      expect(await stateOf(context)).toEqual(before)
    })

    it('removes a document under all keys that its bytes came under', async () => {
      for (const key of ['uploads/a.txt', 'uploads/b.txt', 'uploads/a.txt']) await upload(key, POZEGA)
      await drain(context)
      await remove(context, ID)
      await drain(context)
      expect(await stateOf(context)).toEqual(nothing)
      expect(await context.store.holder('uploads/b.txt')).toBeUndefined()
    })

    const OTHER = 'subject rs-70955 Požega\nservice shelter\n'
    const alone = async (key: string, text: string) => {
      await renew()
      await upload(key, text)
      await drain(context)
      return stateOf(context)
    }

    it('removes a document whose file was overwritten, and nothing of what was put there', async () => {
      const wanted = await alone('uploads/a.txt', OTHER)
      await renew()
      for (const text of [POZEGA, OTHER]) {
        await upload('uploads/a.txt', text)
        await drain(context)
      }
      expect(await stateOf(context)).toEqual(wanted)
    })

    it('lets an overwritten file be removed without the one that was put in its place and is not read yet', async () => {
      const wanted = await alone('uploads/a.txt', OTHER)
      await renew()
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      await context.blobs.put('uploads/a.txt', bytes(OTHER))
      await remove(context, ID)
      await receive(context, 'uploads/a.txt', clock.now())
      await drain(context)
      expect(await stateOf(context)).toEqual(wanted)
    })

    it('keeps a document whose file was overwritten where its bytes lie under another key', async () => {
      await upload('uploads/a.txt', POZEGA)
      await upload('uploads/b.txt', POZEGA)
      await upload('uploads/a.txt', OTHER)
      await drain(context)
      expect(await document(ID)).toMatchObject({ status: 'analysed', source: { key: 'uploads/b.txt' } })
      expect((await context.store.profile('rs-70955'))?.documents).toBe(2)
      await takeAway('uploads/b.txt')
      expect((await context.store.documents({}, { limit: 10 })).items.map(({ id }) => id)).toEqual([
        documentId(bytes(OTHER)),
      ])
    })

    it('lets no reader that was late bring back what was overwritten while it read', async () => {
      const wanted = await alone('uploads/a.txt', OTHER)
      await renew()
      await context.blobs.put('uploads/a.txt', bytes(POZEGA))
      const overwritten = async (key: string) => {
        const old = await context.blobs.get(key)
        await context.blobs.put(key, bytes(OTHER))
        await steps.read.run(context, { key, order: '0A3' })
        return old
      }
      const late = {
        ...context,
        blobs: new Proxy(context.blobs, {
          get: (blobs, name) => (name === 'get' ? overwritten : Reflect.get(blobs, name).bind(blobs)),
        }),
      }
      // S3 compares as if the shorter went on with zeros: this is the earlier one.
      await steps.read.run(late, { key: 'uploads/a.txt', order: '0A2F' })
      await drain(context)
      expect(await stateOf(context)).toEqual(wanted)
    })

    it('removes a document whose file was taken away, but not for an old message once it is back', async () => {
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      const before = await stateOf(context)
      await context.queues.read.send({ key: 'uploads/a.txt', order: '0' })
      await drain(context)
      expect(await stateOf(context)).toEqual(before)
      await takeAway('uploads/a.txt')
      expect(await stateOf(context)).toEqual(nothing)
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      expect(await stateOf(context)).toEqual(before)
    })

    it('puts a scan together from ranges of pages that end in any order and come twice', async () => {
      await upload('uploads/scan.pdf', PAGES)
      await steps.read.run(context, { key: 'uploads/scan.pdf' })
      const id = documentId(bytes(PAGES))
      const item = await document(id)
      expect(await progressOf(context.blobs, item)).toEqual({ done: 0, total: 5 })
      const jobs = [[5], [3, 4], [1, 2]].map((pages) => ({ id, revision: 1, pages }))
      for (const job of [...jobs.slice(0, 2), ...jobs.slice(0, 2)]) await steps.ocr.run(context, job)
      expect(await progressOf(context.blobs, item)).toEqual({ done: 3, total: 5 })
      expect(await context.queues.extract.depth()).toEqual(rest)
      await Promise.all([...jobs, ...jobs].map((job) => steps.ocr.run(context, job)))
      await drain(context)
      const scanned = await document(id)
      expect(scanned).toMatchObject({ status: 'analysed', concepts: { services: ['a', 'b', 'c', 'd'] } })
      expect((await readingOf(context.blobs, scanned))?.reading.text).toBe(`${PAGES.slice(5)}\n`)
      expect(await progressOf(context.blobs, scanned)).toBeUndefined()
      const before = await stateOf(context)
      for (const job of jobs) await context.queues.ocr.send(job)
      await drain(context)
      expect(await stateOf(context)).toEqual(before)
      expect(await depths()).toEqual(idle)
    })

    it('tries the pages of a range one by one where it fails, and gives up on no more than those that do', async () => {
      const recognise: Workbench['recognise'] = async (scan) => {
        if (scan.pages.includes(4)) throw new Error('out of memory')
        return literal.recognise(scan)
      }
      context = { ...context, workbench: { ...literal, recognise } }
      const { item } = await upload('uploads/scan.pdf', PAGES)
      await drain(context)
      expect(await document(item.id)).toMatchObject({
        status: 'analysed',
        concepts: { services: ['a', 'b', 'd'] },
        problems: [{ code: 'PAGE_FAILED', page: 4 }],
      })
      expect(await depths()).toEqual(idle)
    })

    it('ends a scan as failed in which there is nothing to read', async () => {
      const finish = () => Promise.reject(new StratlasError('NO_TEXT', 'No text was found.'))
      context = { ...context, workbench: { ...literal, finish } }
      const { item } = await upload('uploads/scan.pdf', PAGES)
      await drain(context)
      expect(await document(item.id)).toMatchObject({ status: 'failed', problems: [{ code: 'NO_TEXT' }] })
    })

    it('removes the pages that are recognised for a document that was removed meanwhile', async () => {
      const { item } = await upload('uploads/scan.pdf', PAGES)
      await steps.read.run(context, { key: 'uploads/scan.pdf' })
      const recognise: Workbench['recognise'] = async (scan) => {
        await remove(context, item.id)
        return literal.recognise(scan)
      }
      await steps.ocr.run(
        { ...context, workbench: { ...literal, recognise } },
        { id: item.id, revision: 1, pages: [1] },
      )
      await drain(context)
      expect(await stateOf(context)).toEqual(nothing)
    })

    it('changes nothing when jobs come again late', async () => {
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      await reanalyse(context, ID)
      await drain(context)
      const before = await stateOf(context)
      for (const revision of [1, 2]) {
        await context.queues.read.send({ key: 'uploads/a.txt', revision })
        await context.queues.extract.send({ id: ID, revision })
      }
      await context.queues.aggregate.send({ municipality: 'rs-70955' })
      await drain(context)
      expect(await stateOf(context)).toEqual(before)
    })

    it('does a job once where several workers get it at once', async () => {
      await upload('uploads/a.txt', POZEGA)
      let analyses = 0
      context = { ...context, workbench: acting(async () => void analyses++) }
      await steps.read.run(context, { key: 'uploads/a.txt' })
      const runs = await Promise.allSettled([1, 2, 3].map(() => steps.extract.run(context, { id: ID, revision: 1 })))
      expect(analyses).toBe(1)
      expect(runs.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
      await drain(context)
      expect((await context.store.document(ID))?.status).toBe('analysed')
    })

    it('does not let a worker that was thought dead overwrite a newer revision', async () => {
      await upload('uploads/a.txt', POZEGA)
      await steps.read.run(context, { key: 'uploads/a.txt' })
      const [started, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const slow = acting(async () => {
        started.resolve()
        await goOn.promise
        return 'subject rs-70017 Aleksinac\nservice shelter\n'
      })
      const late = steps.extract.run({ ...context, workbench: slow }, { id: ID, revision: 1 })
      await started.promise
      clock.advance(LOCK_SECONDS + 1)
      await drain(context)
      await reanalyse(context, ID)
      await drain(context)
      const first = await stateOf(context)
      goOn.resolve()
      await late
      await drain(context)
      expect(withoutBlobs(await stateOf(context))).toEqual(withoutBlobs(first))
      expect(await context.store.profile('rs-70017')).toBeUndefined()
      expect((await recordOf(context.blobs, await document(ID)))?.services).toHaveLength(2)
    })

    const document = async (id: string) => {
      const item = await context.store.document(id)
      if (!item) throw new Error(`There is no document ${id}.`)
      return item
    }

    it('ends a file that cannot be read as failed with the reason, and goes on', async () => {
      const { item } = await upload('uploads/bad.pdf', 'UNREADABLE')
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      expect(await context.store.document(item.id)).toMatchObject({
        status: 'failed',
        problems: [{ code: 'PDF_DAMAGED', message: 'This PDF is damaged.' }],
      })
      expect((await context.store.document(ID))?.status).toBe('analysed')
      expect(await depths()).toEqual(idle)
    })

    it('ends a text that breaks the engine as failed after the last try, and goes on', async () => {
      const { item } = await upload('uploads/poison.txt', 'POISON')
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      const failed = await context.store.document(item.id)
      expect(failed).toMatchObject({ status: 'failed', problems: [{ code: 'UNEXPECTED' }] })
      expect(failed?.problems[0]?.message).toContain('TypeError: cannot read properties of poison')
      expect((await context.store.document(ID))?.status).toBe('analysed')
      expect(await depths()).toEqual(idle)
    })

    it('ends a document as failed whose every try killed its process', async () => {
      await upload('uploads/a.txt', POZEGA)
      for (let i = 1; i < MAX_RECEIVES; i++) await context.queues.read.receive(1, 0)
      await drain(context)
      expect(await context.store.document(ID)).toMatchObject({ status: 'failed', problems: [{ code: 'UNEXPECTED' }] })
      expect(await depths()).toEqual(idle)
    })

    it('tries again what failed for a reason that passes', async () => {
      let tries = 0
      const flaky = acting(async () => {
        if (++tries < 3) throw new Error('throttled')
        return undefined
      })
      context = { ...context, workbench: flaky }
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      expect(tries).toBe(3)
      expect((await context.store.document(ID))?.status).toBe('analysed')
    })

    it('withdraws the claims of a document that fails when it is analysed again', async () => {
      await upload('uploads/a.txt', POZEGA)
      await drain(context)
      context = { ...context, workbench: { ...literal, analyse: () => Promise.reject(new Error('worse')) } }
      await reanalyse(context, ID)
      await drain(context)
      expect(await context.store.document(ID)).toMatchObject({ status: 'failed', revision: 2 })
      expect(await context.store.profile('rs-70955')).toBeUndefined()
    })

    it('leaves bytes alone that are gone, and says so to whoever announces them', async () => {
      await context.queues.read.send({ key: 'uploads/gone.txt' })
      await drain(context)
      expect((await context.store.documents({}, { limit: 10 })).items).toEqual([])
      await expect(receive(context, 'uploads/gone.txt')).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' })
      await expect(remove(context, ID)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
      await expect(reanalyse(context, ID)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    })

    it('removes what a worker writes for a document that was removed meanwhile', async () => {
      await upload('uploads/a.txt', POZEGA)
      await steps.read.run(context, { key: 'uploads/a.txt' })
      const workbench = acting(async () => {
        await remove(context, ID)
        return undefined
      })
      await steps.extract.run({ ...context, workbench }, { id: ID, revision: 1 })
      await drain(context)
      expect(await stateOf(context)).toEqual(nothing)
    })

    const moved = acting(async () => 'subject rs-71102 Zaječar\nservice home-care\n')
    const scenarios: Record<string, { prepare(): Promise<unknown>; act(): Promise<unknown> }> = {
      upload: {
        prepare: () => upload('uploads/b.txt', 'subject rs-70955 Požega\nservice shelter\n').then(() => drain(context)),
        act: () => upload('uploads/a.txt', POZEGA),
      },
      scan: {
        prepare: async () => undefined,
        act: () => upload('uploads/scan.pdf', PAGES),
      },
      'analysis anew that finds another municipality': {
        prepare: async () => {
          await upload('uploads/a.txt', POZEGA)
          await drain(context)
          context = { ...context, workbench: moved }
        },
        act: async () => (await document(ID)).revision === 1 && reanalyse(context, ID),
      },
      'file that cannot be read': {
        prepare: async () => undefined,
        act: () => upload('uploads/bad.pdf', 'UNREADABLE'),
      },
      'file that takes the place of another': {
        prepare: async () => {
          await upload('uploads/a.txt', POZEGA)
          await drain(context)
        },
        act: () => upload('uploads/a.txt', OTHER),
      },
      'file that is taken away': {
        prepare: async () => {
          await upload('uploads/a.txt', POZEGA)
          await upload('uploads/b.txt', OTHER)
          await drain(context)
          await context.blobs.delete('uploads/a.txt')
        },
        act: () => context.queues.read.send({ key: 'uploads/a.txt', order: clock.now().toISOString() }),
      },
      removal: {
        prepare: async () => {
          await upload('uploads/a.txt', POZEGA)
          await upload('uploads/b.txt', 'subject rs-70955 Požega\nservice shelter\n')
          await drain(context)
        },
        act: async () => (await context.store.document(ID)) && remove(context, ID),
      },
    }

    it.each(Object.keys(scenarios))(
      'completes after a break before any write: %s',
      { timeout: 120_000 },
      async (key) => {
        const { prepare, act } = scenarios[key] ?? raise()
        await prepare()
        fuse.burnAt(Number.POSITIVE_INFINITY)
        await act()
        await drain(context)
        const [writes, wanted] = [fuse.writes, await stateOf(context)]
        expect(writes).toBeGreaterThan(4)
        for (let n = 1; n <= writes; n++) {
          await renew()
          await prepare()
          fuse.burnAt(n)
          const isAcknowledged = await act().then(
            () => true,
            () => false,
          )
          if (isAcknowledged) await expect(drain(context)).rejects.toThrow()
          expect(fuse.isBurnt).toBe(true)
          fuse.revive()
          clock.advance(LOCK_SECONDS + 1)
          if (!isAcknowledged) await act()
          await drain(context)
          expect(await stateOf(context), `after a break before write ${n} of ${writes}`).toEqual(wanted)
          expect(await depths()).toEqual(idle)
        }
      },
    )
  })
}

const nothing = { documents: [], findings: [], profiles: [], edges: [], blobs: [] }

const raise = (): never => {
  throw new Error('unknown scenario')
}

const withoutBlobs = ({ blobs: _, ...state }: Awaited<ReturnType<typeof stateOf>>) => state

/** All that a home holds, but for times. */
async function stateOf({ store, blobs }: Home) {
  const municipalities = ['rs-70955', 'rs-71102', 'rs-70017']
  const state = {
    documents: (await store.documents({}, { limit: 100 })).items.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    findings: await Promise.all(municipalities.map((id) => store.findings(id))).then((all) => all.flat()),
    profiles: (await store.profiles({}, { limit: 100 })).items,
    edges: await Promise.all(municipalities.map((id) => store.edges(id))).then((all) => all.flat()),
    blobs: await Promise.all(
      (await collect(blobs.list(''))).map(async (key) => [
        key,
        timeless(new TextDecoder().decode(await blobs.get(key))),
      ]),
    ),
  }
  return JSON.parse(timeless(JSON.stringify(state))) as typeof state
}

const timeless = (json: string): string => json.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
