import { glob, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { declared } from '../claims/confidence.ts'
import { StratlasError } from '../contract/index.ts'
import { funder } from '../gazetteer/funders.ts'
import { analyse, inProcess, type Workbench } from '../pipeline/index.ts'
import { Gold, type Pair, type Parents } from '../score/index.ts'
import { recordOf } from './analysis.ts'
import { pathError } from './files.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Folders of the project's own gold. */
export const GOLD: readonly string[] = [join(ROOT, 'test/corpus/documents'), join(ROOT, 'fixtures')]

/** Confidence stays as rules declare it: what is measured must not rest on an earlier measurement. */
const workbench: Workbench = {
  ...inProcess,
  analyse: async (input) => ({ record: analyse(input, declared), findings: [] }),
}

/**
 * Analyses the documents of folders that have gold beside them (`NAME.gold.json` or `expected.json`, whose `document`
 * names the file), in the order of their names. Throws PATH_NOT_FOUND and GOLD_INVALID.
 */
export async function pairsOf(folders: readonly string[]): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (const folder of folders)
    for (const path of await goldIn(folder)) {
      const gold = await readGold(path)
      pairs.push({ gold, record: await recordOf(join(dirname(path), basename(gold.document)), workbench) })
    }
  return pairs
}

async function goldIn(folder: string): Promise<string[]> {
  await stat(folder).catch((error: unknown) => {
    throw pathError(folder, error)
  })
  const paths = await Array.fromAsync(glob('**/{*.gold.json,expected.json}', { cwd: folder }))
  return paths.sort().map((path) => join(folder, path))
}

async function readGold(path: string): Promise<Gold> {
  const parsed = z.safeParse(Gold, parsedJson(path, await readFile(path, 'utf8')))
  if (parsed.success) return parsed.data
  throw new StratlasError('GOLD_INVALID', `${path} is no gold file.\n${z.prettifyError(parsed.error)}`)
}

function parsedJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new StratlasError('GOLD_INVALID', `${path} is not JSON.`, { cause })
  }
}

/** Ids of the funders above one: EU PRO Plus stands under the Instrument for Pre-Accession, that under the EU. */
export const parents: Parents = (id) => {
  const parent = funder(id)?.parent
  return parent ? [parent, ...parents(parent)] : []
}
