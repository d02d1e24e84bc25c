import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalBlobs } from '../../lib/store/local/blobs.ts'
import { openDatabase } from '../../lib/store/local/database.ts'
import { LocalQueue } from '../../lib/store/local/queue.ts'
import { LocalStore } from '../../lib/store/local/store.ts'
import { blobsContract } from '../contract/blobs.ts'
import { queueContract } from '../contract/queue.ts'
import { storeContract } from '../contract/store.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'stratlas-'))

blobsContract('a directory', async () => {
  const path = directory()
  return { blobs: new LocalBlobs(path), close: async () => rmSync(path, { recursive: true }) }
})

queueContract('SQLite', async () => {
  const path = directory()
  const database = openDatabase(join(path, 'test.sqlite'))
  return {
    create: async (maxReceives) => new LocalQueue(database, { name: randomUUID(), maxReceives }),
    close: async () => {
      database.close()
      rmSync(path, { recursive: true })
    },
  }
})

storeContract('SQLite', async () => {
  const path = directory()
  let n = 0
  return {
    create: async (now) => new LocalStore(openDatabase(join(path, `${n++}.sqlite`)), now),
    close: async () => rmSync(path, { recursive: true }),
  }
})
