import { availableParallelism } from 'node:os'
import { type AnalysisRecord, StratlasError } from '../contract/index.ts'
import { csv, type Row, rowsOf } from '../export/index.ts'
import { startThreads } from '../local/threads.ts'
import { inOrder, recordOf } from './analysis.ts'
import { command, integer, oneOf, UsageError } from './command.ts'
import { filesOf } from './files.ts'
import { note, type Progress, progress, write } from './output.ts'
import { summaryOf } from './summary.ts'

const FORMATS = ['pretty', 'json', 'ndjson', 'csv'] as const
type Format = (typeof FORMATS)[number]

/** `stratlas analyze PATH…`: the whole engine on files and folders, without a server. */
export const analyze = command({
  name: 'analyze',
  usage: 'PATH… [--format pretty|json|ndjson|csv] [--text] [--jobs N]',
  summary: 'Analyses files and folders, without a server.',
  help: [
    'One record for each document. Of a folder those files are taken whose content is a known format; hidden files and',
    'JSON are left out. A file that is named is always tried. What cannot be read is a record with status "failed", and',
    'the exit status is 1 when all others are done.',
    '',
    '  --format  pretty (default), json (one array), ndjson (a record on each line), csv (a row for each claim)',
    '  --text    puts the text into the records; all offsets point into it',
    '  --jobs    how many documents are worked on at once (default: as many as there are processors)',
  ],
  options: {
    format: { type: 'string', default: 'pretty' },
    text: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
  async run({ values, positionals }) {
    const format = oneOf('format', FORMATS, values.format)
    const jobs = integer('jobs', values.jobs, [1, 64])
    if (positionals.length === 0) throw new UsageError('Name at least one file or folder.')
    const { paths, missing } = await expand(positionals)
    const outcome = { failed: missing }
    const bar = progress(paths.length)
    const records = withoutText(watched(analysed(paths, { jobs, bar }), bar, outcome), values.text)
    for await (const piece of writers[format](records)) await write(piece)
    return outcome.failed > 0 ? 1 : 0
  },
})

/** The files of all paths; a path that is missing is told of and counted, and keeps none of the others from their turn. */
async function expand(given: readonly string[]): Promise<{ paths: string[]; missing: number }> {
  const paths: string[] = []
  let missing = 0
  for (const path of given) {
    try {
      for await (const file of filesOf(path)) paths.push(file)
    } catch (error) {
      if (!tell(error)) throw error
      missing++
    }
  }
  return { paths, missing }
}

/** Tells of a trouble that has a code. */
function tell(error: unknown): boolean {
  if (error instanceof StratlasError) note(`${error.code}: ${error.message}`)
  return error instanceof StratlasError
}

async function* analysed(
  paths: readonly string[],
  { jobs, bar }: { readonly jobs: number; readonly bar: Progress },
): AsyncGenerator<AnalysisRecord | undefined> {
  const workbench = startThreads(jobs)
  const attempt = (path: string) =>
    recordOf(path, workbench, (done, of) => bar.show(`page images ${done} of ${of}: ${path}`)).catch(
      (error: unknown) => {
        if (tell(error)) return undefined
        throw error
      },
    )
  try {
    yield* inOrder(paths, jobs, attempt)
  } finally {
    await workbench.close()
  }
}

/** Counts what fails and shows how far the work is. */
async function* watched(
  records: AsyncIterable<AnalysisRecord | undefined>,
  bar: Progress,
  outcome: { failed: number },
): AsyncGenerator<AnalysisRecord> {
  for await (const record of records) {
    bar.step(record?.source.key ?? '')
    if (record?.status !== 'analysed') outcome.failed++
    if (record) yield record
  }
  bar.done()
}

async function* withoutText(records: AsyncIterable<AnalysisRecord>, keep: boolean): AsyncGenerator<AnalysisRecord> {
  for await (const { text, ...record } of records) yield keep && text !== undefined ? { ...record, text } : record
}

const writers: Readonly<Record<Format, (records: AsyncIterable<AnalysisRecord>) => AsyncIterable<string>>> = {
  async *pretty(records) {
    for await (const record of records) yield summaryOf(record)
  },
  async *json(records) {
    let opening = '[\n'
    for await (const record of records) {
      yield `${opening}${JSON.stringify(record, null, 2)}`
      opening = ',\n'
    }
    yield opening === '[\n' ? '[]\n' : '\n]\n'
  },
  async *ndjson(records) {
    for await (const record of records) yield `${JSON.stringify(record)}\n`
  },
  csv: (records) => csv.write(rowsIn(records)),
}

async function* rowsIn(records: AsyncIterable<AnalysisRecord>): AsyncGenerator<Row> {
  for await (const record of records) yield* rowsOf(record)
}
