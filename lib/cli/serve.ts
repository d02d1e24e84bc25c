import { once } from 'node:events'
import { PORT, startServer } from '../local/server.ts'
import { DATA } from './client.ts'
import { command, integer, nothingElse } from './command.ts'
import { note, write } from './output.ts'

/** `stratlas serve`: pipeline, API and page on this machine. */
export const serve = command({
  name: 'serve',
  usage: '[--port N] [--data DIR] [--sample]',
  summary: 'Runs the whole pipeline, the API and the page on this machine.',
  help: [
    `  --port    port on 127.0.0.1 (default: ${PORT}; 0 takes any free one)`,
    `  --data    directory of the data, made where it is missing (default: ${DATA})`,
    '  --sample  adds the sample documents where they are missing',
  ],
  options: {
    port: { type: 'string', default: String(PORT) },
    data: { type: 'string', default: DATA },
    sample: { type: 'boolean', default: false },
  },
  async run({ values: { port, data, sample }, positionals }) {
    nothingElse(positionals)
    const server = await startServer({ port: integer('port', port, [0, 65_535]), data, sample })
    await write(`stratlas is at ${server.address}\n`)
    if (sample) void server.idle().then(() => note('The samples are analysed.'))
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await server.close()
    return 0
  },
})
