import { glob, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { declared } from '../claims/confidence.ts'
import { type AnalysisRecord, StratlasError } from '../contract/index.ts'
import { funder } from '../gazetteer/funders.ts'
import { fitKinds, type KindExample } from '../kind/fit.ts'
import { signsOf } from '../kind/index.ts'
import { detect } from '../language/index.ts'
import { localeOf } from '../locales/index.ts'
import { blankRecord } from '../pipeline/blank.ts'
import {
  analyse,
  idOfHash,
  inProcess,
  type Learned,
  learned,
  mentionsIn,
  type Read,
  type Workbench,
} from '../pipeline/index.ts'
import { examplesOf, Gold, type Pair, type Parents } from '../score/index.ts'
import { type Example, fitWeights, tiePairs } from '../ties/index.ts'
import { recordOf } from './analysis.ts'
import { pathError } from './files.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Folders of the project's own gold. */
export const GOLD: readonly string[] = [join(ROOT, 'test/corpus/documents'), join(ROOT, 'fixtures')]

/** A gold document with what the engine was given of it; undefined where it could not be read. */
interface Seen extends Pair {
  readonly input: Read | undefined
}

/**
 * Analyses the documents of folders that have gold beside them (`NAME.gold.json` or `expected.json`, whose `document`
 * names the file), in the order of their names. Throws PATH_NOT_FOUND and GOLD_INVALID.
 */
export const pairsOf = (folders: readonly string[]): Promise<Pair[]> => seenIn(folders, (input) => recordWith(input))

async function seenIn(folders: readonly string[], work: (input: Read) => AnalysisRecord): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const folder of folders)
    for (const path of await goldIn(folder)) {
      const gold = await readGold(path)
      let input: Read | undefined
      const workbench: Workbench = {
        ...inProcess,
        analyse: async (given) => {
          input = given
          return { record: work(given), findings: [] }
        },
      }
      seen.push({ gold, record: await recordOf(join(dirname(path), basename(gold.document)), workbench), input })
    }
  return seen
}

/** Confidence stays as rules declare it: what is measured must not rest on an earlier measurement. */
const recordWith = (input: Read, lessons: Lessons = learned): AnalysisRecord =>
  analyse(input, { ...lessons, confidence: declared })

/** A document that is read but not analysed yet. */
const unanalysed = ({ source }: Read): AnalysisRecord =>
  blankRecord({ id: idOfHash(source.sha256), source, status: 'reading' })

/** Parts of the gold; each is analysed with what the others teach. */
const FOLDS = 5

/** What gold teaches of ties and kinds. */
export type Lessons = Omit<Learned, 'confidence'>

/**
 * The project's own gold as the engine reads it that has not learned from the document at hand, and what all of it
 * teaches.
 */
export async function heldOut(): Promise<{ pairs: Pair[]; lessons: Lessons }> {
  const seen = await seenIn(GOLD, unanalysed)
  const examples = seen.map(({ gold, input }) => (input ? examplesIn(gold, input) : { ties: [], kinds: [] }))
  const teach = (some: typeof examples): Lessons => ({
    ties: fitWeights(some.flatMap(({ ties }) => ties)),
    kinds: fitKinds(some.flatMap(({ kinds }) => kinds)),
  })
  const pairs = Array.from({ length: FOLDS }, (_, fold) => {
    const lessons = teach(examples.filter((_, i) => i % FOLDS !== fold))
    const own = seen.filter((_, i) => i % FOLDS === fold)
    return own.map(({ gold, record, input }) => ({ gold, record: input ? recordWith(input, lessons) : record }))
  })
  return { pairs: pairs.flat(), lessons: teach(examples) }
}

/** What one document teaches; nothing where its language is not analysed. */
function examplesIn(gold: Gold, { reading }: Read): { ties: Example[]; kinds: KindExample[] } {
  const locale = localeOf(detect(reading.text).code)
  if (!locale) return { ties: [], kinds: [] }
  const { doc, found } = mentionsIn(locale, reading)
  return {
    ties: examplesOf(gold, tiePairs(doc, locale, found)),
    kinds: [{ kind: gold.kind, signs: signsOf(doc, locale, found) }],
  }
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
