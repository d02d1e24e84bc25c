import { openHome } from '../../lib/local/home.ts'
import { startWorker } from '../../lib/local/worker.ts'
import { receive } from '../../lib/pipeline/index.ts'

/**
 * A process that uploads documents into a data directory while a worker runs on it: `uploads.ts DIRECTORY KEY…`. Says
 * `got KEY` for each that is acknowledged, and `done` when all there is has been worked on.
 */
const [directory = '', ...keys] = process.argv.slice(2)
const home = openHome(directory)
const worker = startWorker(home, { report: console.error })
for (const key of keys) {
  const text = `Strategija razvoja socijalne zaštite opštine Požega 2019–2022.\n\nDokument ${key}: opština Požega planira uslugu pomoć u kući za stare.\n`
  await home.blobs.put(key, new TextEncoder().encode(text))
  await receive(home, key)
  process.stdout.write(`got ${key}\n`)
}
await worker.idle()
process.stdout.write('done\n')
await worker.stop()
await home.close()
