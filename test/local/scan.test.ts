import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LocalHome, openHome } from '../../lib/local/home.ts'
import { startWorker } from '../../lib/local/worker.ts'
import { receive, recordOf } from '../../lib/pipeline/index.ts'
import { pictureFile, picturesOf } from '../support/scan.ts'

const text = readFileSync('fixtures/rs-backa-palanka-strategy-2019/source.pdf')
const directory = mkdtempSync(join(tmpdir(), 'stratlas-'))
let home: LocalHome
beforeAll(() => {
  home = openHome(directory)
})
afterAll(async () => {
  await home.close()
  rmSync(directory, { recursive: true })
})

/** Puts a file into the home and answers its id. */
const upload = async (name: string, bytes: Uint8Array) => {
  await home.blobs.put(`uploads/${name}`, bytes)
  return (await receive(home, `uploads/${name}`)).item.id
}

/** What a document says, and on which page. */
async function claimsOf(id: string) {
  const item = await home.store.document(id)
  const record = item && (await recordOf(home.blobs, item))
  expect(item?.status).toBe('analysed')
  return {
    title: record?.title?.replace(/–/gu, '-'),
    kind: record?.kind,
    municipalities: record?.municipalities.map((claim) => `${claim.id} ${claim.role}`).sort(),
    services: record?.services
      .map(({ concept, targetGroups, mentions }) => `${concept} > ${targetGroups} on ${mentions[0]?.page}`)
      .sort(),
    targetGroups: record?.targetGroups.map(({ concept }) => concept).sort(),
    periods: record?.periods.map(({ role, edtf }) => `${role} ${edtf}`).sort(),
    funders: record?.funders.map(({ id, name }) => id ?? name).sort(),
  }
}

it('a scanned strategy makes the claims of its text', { timeout: 180_000 }, async () => {
  const worker = startWorker(home, { concurrency: 2, report: (error) => expect.unreachable(String(error)) })
  const printed = await upload('strategy.pdf', text)
  const scanned = await upload('scan.pdf', pictureFile(await picturesOf(text, [1, 2])))
  await worker.idle()
  await worker.stop()
  const claims = await claimsOf(scanned)
  expect(claims).toEqual(await claimsOf(printed))
  expect(claims.services?.length).toBeGreaterThan(5)
  expect(await home.queues.ocr.depth()).toEqual({ waiting: 0, dead: 0 })
})
