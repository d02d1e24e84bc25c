import { BulkReply } from '../contract/index.ts'
import { type Client, openClient } from './client.ts'
import { command, nothingElse, UsageError } from './command.ts'
import { note, write } from './output.ts'

/** What a page costs to be analysed again in the cloud, in USD, as docs/cost.md counts it, and a scanned one beside that. */
const PAGE_USD = 0.00003
const SCANNED_USD = 0.00016

/** `stratlas reanalyse --api URL`: the documents of an installation through its engine again. */
export const reanalyse = command({
  name: 'reanalyse',
  usage: '--api URL [--dry-run] [--all]',
  summary: 'Has the documents analysed again that another version of engine and lists has analysed.',
  help: [
    '  --api      address of the installation, e.g. http://127.0.0.1:4242',
    '  --dry-run  only says how many documents it would touch and what that would cost in the cloud',
    '  --all      also those that this very version has analysed',
    '',
    'A run that broke off may simply be started again: what is done is left alone.',
  ],
  options: {
    api: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
  async run({ values: { api, all, 'dry-run': dryRun }, positionals }) {
    nothingElse(positionals)
    if (api === undefined || !URL.canParse(api))
      throw new UsageError('Name the installation: --api http://127.0.0.1:4242')
    const { documents, outdated, pages, scanned, engine } = await through(openClient({ api }), { all, dryRun })
    const usd = (pages * PAGE_USD + scanned * SCANNED_USD).toFixed(2)
    const cost = `${pages} pages, ${scanned} of them scanned, about ${usd} USD in the cloud`
    await write(
      dryRun
        ? `${outdated} of ${documents} documents would be analysed again with ${engine}: ${cost}.\n`
        : `${outdated} of ${documents} documents are being analysed again with ${engine}: ${cost}.\n`,
    )
    return 0
  },
})

/** Goes through all documents, page by page, and adds up what was answered. */
async function through(client: Client, body: { all: boolean; dryRun: boolean }): Promise<BulkReply> {
  const sum = { documents: 0, outdated: 0, pages: 0, scanned: 0 }
  let cursor: string | undefined
  for (;;) {
    const reply = BulkReply.parse(
      await client.json('/v1/reanalyses', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, cursor }),
      }),
    )
    sum.documents += reply.documents
    sum.outdated += reply.outdated
    sum.pages += reply.pages
    sum.scanned += reply.scanned
    if (reply.cursor === null) return { ...sum, engine: reply.engine, cursor: null }
    note(`${sum.documents} documents looked at, ${sum.outdated} outdated`)
    cursor = reply.cursor
  }
}
