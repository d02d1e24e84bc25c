import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LocalHome, openHome } from '../../lib/local/home.ts'
import { startThreads } from '../../lib/local/threads.ts'
import { type LocalWorker, startWorker } from '../../lib/local/worker.ts'
import { documentId, receive } from '../../lib/pipeline/index.ts'
import { pngOf } from '../support/scan.ts'
import { acting, literal } from '../support/workbench.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the local worker', () => {
  let directory: string
  let home: LocalHome
  let worker: LocalWorker | undefined
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'stratlas-'))
    home = openHome(directory)
  })
  afterEach(async () => {
    await worker?.stop()
    await home.close()
    rmSync(directory, { recursive: true })
  })

  const upload = async (name: string, text: string) => {
    await home.blobs.put(`uploads/${name}`, bytes(text))
    return (await receive(home, `uploads/${name}`)).item.id
  }

  it('works on what was there before it and on what is sent to it', async () => {
    const first = await upload('a.txt', 'subject rs-70955 Požega\nservice home-care\n')
    worker = startWorker(home, { workbench: literal })
    await worker.idle()
    expect((await home.store.document(first))?.status).toBe('analysed')
    await upload('b.txt', 'subject rs-70955 Požega\nservice shelter\n')
    await worker.idle()
    expect((await home.store.profile('rs-70955'))?.codes.services).toEqual(['home-care', 'shelter'])
  })

  it('runs as many documents at once as it is told, no more', async () => {
    let [running, most] = [0, 0]
    const workbench = acting(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return undefined
    })
    for (let i = 0; i < 12; i++) await upload(`${i}.txt`, `subject rs-70955 Požega\nservice s-${i}\n`)
    worker = startWorker(home, { workbench, concurrency: 3 })
    await worker.idle()
    expect(most).toBeLessThanOrEqual(3)
    expect((await home.store.profile('rs-70955'))?.documents).toBe(12)
  })

  it('finishes what runs before it stops, and takes nothing new', async () => {
    const [started, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const workbench = acting(async () => {
      started.resolve()
      await goOn.promise
      return undefined
    })
    const running = await upload('a.txt', 'subject rs-70955 Požega\n')
    worker = startWorker(home, { workbench })
    await started.promise
    const stopped = worker.stop()
    const waiting = await upload('b.txt', 'subject rs-70955 Požega\nservice shelter\n')
    goOn.resolve()
    await stopped
    expect((await home.store.document(running))?.status).toBe('analysed')
    expect((await home.store.document(waiting))?.status).toBe('received')
  })

  it('takes over what a process held that is no more', async () => {
    const id = await upload('a.txt', 'subject rs-70955 Požega\n')
    await home.queues.read.receive(1, 900)
    await home.store.claim({ id, revision: 1, owner: 'the dead' }, 900)
    worker = startWorker(home, { workbench: literal })
    await worker.idle()
    expect((await home.store.document(id))?.status).toBe('analysed')
  })

  it('reads and analyses in threads, with the errors of the readers', async () => {
    worker = startWorker(home, { concurrency: 2 })
    const good = await upload(
      'a.txt',
      'Strategija razvoja socijalne zaštite opštine Požega za period 2019–2022. godine.',
    )
    const empty = await upload('b.txt', '')
    await worker.idle()
    expect((await home.store.document(good))?.status).toBe('analysed')
    expect(await home.store.document(empty)).toMatchObject({ status: 'failed', problems: [{ code: 'FILE_EMPTY' }] })
  })
})

describe('threads', () => {
  it('run more calls than there are threads and answer each its own', async () => {
    const threads = startThreads(2)
    const texts = ['jedan tekst', 'drugi tekst', 'treći tekst', 'четврти текст', 'piąty tekst']
    const read = await Promise.all(texts.map((text) => threads.read(bytes(text))))
    expect(read.map((file) => 'reading' in file && file.reading.text.trim())).toEqual(texts)
    await expect(threads.read(bytes(''))).rejects.toMatchObject({ name: 'StratlasError', code: 'FILE_EMPTY' })
    await threads.close()
  })

  it('stop what takes too long, and only that', async () => {
    const threads = startThreads(1, { call: 0.001 })
    const scan = {
      bytes: pngOf({ width: 40, height: 40, grey: new Uint8Array(1600) }),
      reader: 'scan',
      pages: [1],
      known: '',
    }
    const [first, second, other] = await Promise.allSettled([
      threads.read(bytes('jedan')),
      threads.read(bytes('drugi')),
      threads.recognise(scan),
    ])
    for (const call of [first, second])
      expect(call).toMatchObject({ status: 'rejected', reason: { name: 'StratlasError', code: 'TIMEOUT' } })
    expect(other).toMatchObject({ status: 'fulfilled', value: [{ number: 1, text: '' }] })
    await threads.close()
  })

  it('reject what still runs when they are closed', async () => {
    const threads = startThreads(1)
    const calls = [1, 2, 3].map((n) => threads.read(bytes(`tekst ${n}`)))
    const ends = Promise.allSettled(calls)
    await threads.close()
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})

it('makes one id of the same bytes', () => {
  expect(documentId(bytes('abc'))).toBe('ba7816bf8f01cfea4141')
})
