import { COMPARED, Comparison } from '../contract/index.ts'
import { DATA, openClient } from './client.ts'
import { command, oneOf, UsageError } from './command.ts'
import { write } from './output.ts'
import { asCsv, asTable } from './table.ts'

const FORMATS = ['table', 'json', 'csv'] as const

/** `stratlas compare PLACE PLACE…`: the comparison that API and page show. */
export const compare = command({
  name: 'compare',
  usage: `PLACE PLACE… [--dimension ${COMPARED.join('|')}] [--format table|json|csv] [--data DIR | --api URL]`,
  summary: 'Compares what the documents of municipalities say.',
  help: [
    'A place is a name in any script or an id: Požega, пожега, rs-70955.',
    '',
    '  --dimension  what is compared (default: services)',
    '  --format     table (default), json, csv',
    `  --data       directory of the data (default: ${DATA})`,
    '  --api        address of a running installation instead',
  ],
  options: {
    dimension: { type: 'string', default: 'services' },
    format: { type: 'string', default: 'table' },
    data: { type: 'string' },
    api: { type: 'string' },
  },
  async run({ values, positionals }) {
    const format = oneOf('format', FORMATS, values.format)
    const dimension = oneOf('dimension', COMPARED, values.dimension)
    if (positionals.length === 0) throw new UsageError('Name at least one municipality.')
    const client = openClient(values)
    try {
      const query = new URLSearchParams([
        ['dimension', dimension],
        ...positionals.map((place) => ['municipality', place]),
      ])
      const comparison = Comparison.parse(await client.json(`/v1/compare?${query}`))
      if (format === 'json') await write(`${JSON.stringify(comparison, null, 2)}\n`)
      else await write(format === 'csv' ? asCsv(comparison) : asTable(comparison))
      return 0
    } finally {
      await client.close()
    }
  },
})
