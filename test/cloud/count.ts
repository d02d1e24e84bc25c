import { PutObjectCommand } from '@aws-sdk/client-s3'
import { addCrowd } from './bulk.ts'
import { type Cloud, startCloud } from './cloud.ts'
import { goodUploads } from './corpus.ts'
import { Meter, type Reading } from './meter.ts'
import { IDLE, PRICES, priceOf } from './prices.ts'
import { idOf, named } from './scenario.ts'

const SAMPLES = 14
const FIVE = ['rs-70955', 'pl-247201', 'rs-80314', 'rs-70734', 'rs-80144']
const READS = {
  list: '/v1/documents?limit=50',
  document: `/v1/documents/${idOf(goodUploads(1)[0]?.bytes ?? Buffer.alloc(0))}`,
  municipality: '/v1/municipalities/rs-70955',
  compare: `/v1/compare?${FIVE.map((id) => `municipality=${id}`).join('&')}`,
  holders: '/v1/services/home-care/municipalities',
}

/** Counts what documents and requests cost: units, requests, bytes and seconds, each from the bundles at work. */
export async function count(directory: string) {
  const cloud = await startCloud({ directory, sandboxes: 1 })
  try {
    const meter = new Meter(cloud.gateway)
    const first = await analysed(cloud, meter, 0)
    const warm = await analysed(cloud, meter, SAMPLES)
    const reads = await readsOf(cloud, meter)
    return { first: per(first, SAMPLES), document: per(warm, SAMPLES), reads }
  } finally {
    await cloud.stop()
  }
}

/** Uploads one of each sample and works it off. */
async function analysed(cloud: Cloud, meter: Meter, from: number): Promise<Reading & { seconds: number }> {
  const { clients, model, pump } = cloud
  const Bucket = named(model.buckets, 'uploads')
  for (const { key, bytes } of goodUploads(from + SAMPLES).slice(from))
    await clients.s3.send(new PutObjectCommand({ Bucket, Key: key, Body: bytes }))
  meter.take()
  const start = performance.now()
  await pump.settle()
  return { ...meter.take(), seconds: (performance.now() - start) / 1000 }
}

async function readsOf(cloud: Cloud, meter: Meter) {
  const reads: Record<string, Reading & { bytesAnswered: number }> = {}
  for (const [name, path] of Object.entries(READS)) {
    meter.take()
    const { json } = await cloud.request(path)
    reads[name] = { ...meter.take(), bytesAnswered: Buffer.byteLength(JSON.stringify(json)) }
  }
  return reads
}

function per(
  { requests, readUnits, writeUnits, bytesPut, bytesRead, hottest, seconds }: Reading & { seconds: number },
  n: number,
) {
  return {
    hottest,
    readUnits: readUnits / n,
    writeUnits: writeUnits / n,
    bytesPut: Math.round(bytesPut / n),
    bytesRead: Math.round(bytesRead / n),
    seconds: seconds / n,
    requests: Object.fromEntries(Object.entries(requests).map(([action, count]) => [action, count / n])),
    usdOfRequests: priceOf({ requests, readUnits, writeUnits }) / n,
    usdOfCompute: (seconds / n) * 1.769 * PRICES.gigabyteSecond + 3 * PRICES.invocation,
  }
}

export type Counted = Awaited<ReturnType<typeof count>>

/** USD to take so many documents in, to keep them for a month, and for the requests of a month. */
export function model({ document }: Counted, documents: number) {
  const each = document.usdOfRequests + document.usdOfCompute
  const gigabytes = (documents * (document.bytesPut + 500_000)) / 1e9
  const items = (documents * document.writeUnits * 1024) / 1e9
  return { documents, takeIn: documents * each, month: IDLE + gigabytes * PRICES.objects + items * PRICES.items }
}

/** Compares the same five municipalities in a table of ever more documents of others. */
export async function scale(directory: string, sizes: readonly number[]) {
  const cloud = await startCloud({ directory, sandboxes: 1 })
  try {
    const meter = new Meter(cloud.gateway)
    await analysed(cloud, meter, 0)
    const rows: { documents: number; requests: number; readUnits: number }[] = []
    let filled = 0
    for (const size of sizes) {
      await addCrowd(cloud, size, filled)
      filled = size
      meter.take()
      await cloud.request(READS.compare)
      const { requests, readUnits } = meter.take()
      rows.push({ documents: size, requests: Object.values(requests).reduce((a, b) => a + b, 0), readUnits })
    }
    return rows
  } finally {
    await cloud.stop()
  }
}
