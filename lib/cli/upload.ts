import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DocumentReply, documentPath, StratlasError, UploadTicket } from '../contract/index.ts'
import { documentId } from '../pipeline/index.ts'
import { type Client, openClient } from './client.ts'
import { command, UsageError } from './command.ts'
import { filesOf, pathError } from './files.ts'
import { note, progress, write } from './output.ts'

/** Milliseconds between two looks at a document that is being worked on, and how long it is waited for. */
const LOOK = 250
const PATIENCE = 10 * 60_000

/** `stratlas upload PATH…`: files into a running installation. */
export const upload = command({
  name: 'upload',
  usage: 'PATH… --api URL',
  summary: 'Uploads files and folders into a running installation, waits, and reports.',
  help: ['  --api  address of the installation, e.g. http://127.0.0.1:4242'],
  options: { api: { type: 'string' } },
  async run({ values: { api }, positionals }) {
    if (api === undefined || !URL.canParse(api))
      throw new UsageError('Name the installation: --api http://127.0.0.1:4242')
    if (positionals.length === 0) throw new UsageError('Name at least one file or folder.')
    const client = openClient({ api })
    const paths: string[] = []
    for (const path of positionals) for await (const file of filesOf(path)) paths.push(file)
    const bar = progress(paths.length)
    let failed = 0
    for (const path of paths) {
      bar.step(path)
      if (!(await report(client, path))) failed++
    }
    bar.done()
    return failed > 0 ? 1 : 0
  },
})

/** Uploads one file, waits for its analysis and says how it went; false where it failed. */
async function report(client: Client, path: string): Promise<boolean> {
  try {
    const { id, status, title, problems } = await analysed(client, await send(client, path))
    await write(`${id}  ${status}  ${path}${title ? `  ${title}` : ''}\n`)
    for (const { code, message } of problems) note(`  ${code}: ${message}`)
    return status === 'analysed'
  } catch (error) {
    if (!(error instanceof StratlasError)) throw error
    note(`${path}: ${error.code}: ${error.message}`)
    return false
  }
}

/** Sends a file where its ticket says; answers the id of the document, which follows from the bytes. */
async function send(client: Client, path: string): Promise<string> {
  const file = await openAsBlob(path).catch((error: unknown) => {
    throw pathError(path, error)
  })
  const ticket = UploadTicket.parse(
    await client.json('/v1/uploads', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: basename(path), bytes: file.size }),
    }),
  )
  const form = new FormData()
  for (const [field, value] of Object.entries(ticket.fields)) form.append(field, value)
  form.append(ticket.file, file, basename(path))
  await client.request(ticket.url, { method: 'POST', body: form })
  return documentId(await readFile(path))
}

async function analysed(client: Client, id: string): Promise<DocumentReply> {
  const until = Date.now() + PATIENCE
  for (;;) {
    const document = await look(client, id)
    if (document && (document.status === 'analysed' || document.status === 'failed')) return document
    if (Date.now() > until) throw new StratlasError('TIMEOUT', 'It is still being worked on. Look again later.')
    await pause(LOOK)
  }
}

/** The document, or undefined until the installation has taken note of its file. */
async function look(client: Client, id: string): Promise<DocumentReply | undefined> {
  try {
    return DocumentReply.parse(await client.json(documentPath(id)))
  } catch (error) {
    if (error instanceof StratlasError && error.code === 'DOCUMENT_NOT_FOUND') return undefined
    throw error
  }
}
