import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { pdfOf } from '../formats/pdf-file.ts'
import { pictureFile, picturesOf, strip } from '../support/scan.ts'
import type { Cloud } from './cloud.ts'
import type { Call } from './request.ts'
import { idOf, named, type Scenario } from './scenario.ts'

const KEY = 'uploads/rs/scan.pdf'
const WORDS = ['Opstina Pozega', 'Pomoc u kuci', 'Dnevni boravak', 'za stara lica', 'do 2027. godine']

/**
 * All that can happen to a scan: it is recognised, its draft is lost, a job comes again late, its file is spoilt, then gone
 * while it is being recognised, and it is removed.
 */
export async function scans(scenario: Scenario, { gateway, clients, lambda, model, pump }: Cloud): Promise<void> {
  const scan = await scanOf(WORDS)
  const id = idOf(scan)
  /** Does the recognising function ask for an object whose key ends so? */
  const isMeant = ({ caller, action, resource }: Call, end: string): boolean =>
    caller === lambda.named('ocr') && action === 's3:GetObject' && resource.endsWith(end)
  /** Acts once, before it gets one. */
  const before = (end: string, act: () => Promise<unknown>): void => {
    let isDone = false
    gateway.intercept = async (call, forward) => {
      if (isMeant(call, end) && !isDone) {
        isDone = true
        await act()
      }
      return forward()
    }
  }
  const Bucket = named(model.buckets, 'derived')
  before('/draft.json', () => clients.s3.send(new DeleteObjectCommand({ Bucket, Key: `derived/${id}/1/draft.json` })))
  await scenario.put(KEY, scan)
  await pump.settle()
  await scenario.send('Ocr', { id, revision: 1, pages: [1, 2] })
  await pump.settle()
  gateway.intercept = async (call, forward) =>
    isMeant(call, '/scan.pdf') ? { status: 200, body: 'no PDF any more' } : forward()
  await scenario.request('POST', `/v1/documents/${id}/reanalyse`)
  await pump.settle()
  const Uploads = named(model.buckets, 'uploads')
  before('/scan.pdf', () => clients.s3.send(new DeleteObjectCommand({ Bucket: Uploads, Key: KEY })))
  await scenario.request('POST', `/v1/documents/${id}/reanalyse`)
  await pump.settle()
  gateway.intercept = (_call, forward) => forward()
  await scenario.request('DELETE', `/v1/documents/${id}`)
  await pump.settle()
}

/** A scan of some pages of a few words each. */
async function scanOf(words: readonly string[]): Promise<Buffer> {
  const numbers = words.map((_, i) => i + 1)
  const pages = await picturesOf(pdfOf(words), numbers)
  return Buffer.from(pictureFile(pages.map((page) => strip(page, [0.05, 0.15]))))
}
