import { glob, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { type Services, take } from '../api/index.ts'
import { uploadKey } from '../api/uploads.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')

/** Uploads the samples of the project that are not there yet, named after their folders. Answers how many were new. */
export async function addSamples(services: Services, directory = FIXTURES): Promise<number> {
  let added = 0
  for await (const path of glob('*/source.*', { cwd: directory })) {
    const name = `${basename(dirname(path))}${extname(path)}`
    const receipt = await take(services, uploadKey(name), await readFile(join(directory, path)))
    if (receipt.isNew) added++
  }
  return added
}
