import { createWriteStream } from 'node:fs'
import { dirname, extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StratlasError } from '../contract/index.ts'
import { csv, FORMAT_NAMES, formatOf } from '../export/index.ts'
import { DATA, openClient } from './client.ts'
import { command, nothingElse, oneOf, UsageError } from './command.ts'
import { pathError } from './files.ts'
import { note } from './output.ts'
import { rowsOf } from './rows.ts'

/** `stratlas export --format csv --out FILE`: the data set. */
export const dataset = command({
  name: 'export',
  usage: `[--format ${FORMAT_NAMES.join('|')}] --out FILE [--data DIR | --api URL]`,
  summary: 'Writes the data set: a row for each municipality × dimension × concept × document.',
  help: [
    `  --format  ${FORMAT_NAMES.join(' or ')} (default: as the name of the file ends, or csv)`,
    '  --out     file to write, "-" for standard output',
    `  --data    directory of the data (default: ${DATA})`,
    '  --api     address of a running installation instead',
  ],
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    data: { type: 'string' },
    api: { type: 'string' },
  },
  async run({ values, positionals }) {
    nothingElse(positionals)
    const { out } = values
    const format =
      formatOf(
        values.format === undefined ? extname(out ?? '').slice(1) : oneOf('format', FORMAT_NAMES, values.format),
      ) ?? csv
    if (out === undefined) throw new UsageError('Name the file to write: --out FILE, or --out - for standard output.')
    const client = openClient(values)
    try {
      const data = Readable.from(format.write(rowsOf(client)), { objectMode: false })
      if (out === '-') await pipeline(data, process.stdout, { end: false })
      else await save(data, out)
      return 0
    } finally {
      await client.close()
    }
  },
})

async function save(data: Readable, path: string): Promise<void> {
  try {
    await pipeline(data, createWriteStream(path))
  } catch (error) {
    const told = pathError(path, error)
    if (told.code !== 'PATH_NOT_FOUND') throw told
    throw new StratlasError('PATH_NOT_FOUND', `There is no folder ${dirname(path)} to write into. Make it first.`)
  }
  note(`Written to ${path}.`)
}
