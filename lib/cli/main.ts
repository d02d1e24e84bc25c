import { StratlasError } from '../contract/index.ts'
import { engine } from '../pipeline/engine.ts'
import { analyze } from './analyze.ts'
import { type Command, UsageError } from './command.ts'
import { compare } from './compare.ts'
import { explain } from './explain.ts'
import { dataset } from './export.ts'
import { note } from './output.ts'
import { reanalyse } from './reanalyse.ts'
import { score } from './score.ts'
import { serve } from './serve.ts'
import { upload } from './upload.ts'

/** All commands, in the order in which the help lists them. */
const commands: readonly Command[] = [analyze, explain, serve, upload, compare, dataset, reanalyse, score]

const overview = (): string =>
  [
    'stratlas turns municipal social-policy strategies, and the news about them, into comparable facts.',
    '',
    'Usage: stratlas COMMAND …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '',
    'stratlas COMMAND --help says more.',
  ].join('\n')

const helpOf = ({ name, usage, summary, help }: Command): string =>
  [`Usage: stratlas ${name} ${usage}`, '', summary, ...(help.length ? ['', ...help] : [])].join('\n')

/** Runs one command line; answers the exit status: 0 done, 1 something failed, 2 not understood. */
async function main([name, ...argv]: readonly string[]): Promise<number> {
  if (name === '--version') return print(engine.version)
  const asked = name === 'help' ? argv[0] : name
  const command = commands.find((candidate) => candidate.name === asked)
  if (command && (name === 'help' || argv.includes('--help') || argv.includes('-h'))) return print(helpOf(command))
  if (command) return attempt(command, argv)
  if (asked === undefined || ['help', '--help', '-h'].includes(asked)) return print(overview())
  note(`There is no command "${asked}".\n\n${overview()}`)
  return 2
}

async function attempt(command: Command, argv: readonly string[]): Promise<number> {
  try {
    return await command.start(argv)
  } catch (error) {
    if (isUsage(error)) {
      note(`${error.message}\nUsage: stratlas ${command.name} ${command.usage}`)
      return 2
    }
    if (!(error instanceof StratlasError)) throw error
    note(`${error.code}: ${error.message}`)
    return 1
  }
}

const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2))
