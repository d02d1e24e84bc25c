import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values']

/** What a command is told: its options, and what stands between them. */
export interface Arguments<O extends Options> {
  readonly values: Values<O>
  readonly positionals: readonly string[]
}

interface Definition<O extends Options> {
  readonly name: string
  /** How it is called, after its name: `PATH… [--format pretty|json]`. */
  readonly usage: string
  /** What it does, in a sentence. */
  readonly summary: string
  /** More about it and its options, line by line. */
  readonly help: readonly string[]
  readonly options: O
  /** Does it; answers the exit status. */
  run(given: Arguments<O>): Promise<number>
}

/** A command of the command line. */
export interface Command extends Pick<Definition<Options>, 'name' | 'usage' | 'summary' | 'help'> {
  /** Reads the arguments behind the name and runs. Throws where they are not understood. */
  start(argv: readonly string[]): Promise<number>
}

/** Makes a command of its definition, with its options typed. */
export function command<const O extends Options>({ run, options, ...words }: Definition<O>): Command {
  return {
    ...words,
    start(argv) {
      const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
      return run({ values, positionals })
    },
  }
}

/** The command was called in a way that it does not understand: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Throws a UsageError where something stands between the options of a command that takes nothing else. */
export function nothingElse([first]: readonly string[]): void {
  if (first !== undefined) throw new UsageError(`"${first}" is one too many: this command takes options only.`)
}

/** One of these words, or a UsageError that lists them. */
export function oneOf<const Word extends string>(option: string, words: readonly Word[], given: string): Word {
  const word = words.find((candidate) => candidate === given)
  if (word === undefined) throw new UsageError(`--${option} is one of ${words.join(', ')}, not "${given}".`)
  return word
}

/** A whole number in a range, or a UsageError. */
export function integer(option: string, given: string, [least, most]: readonly [number, number]): number {
  const number = Number(given)
  if (/^\d+$/.test(given) && number >= least && number <= most) return number
  throw new UsageError(`--${option} is a number from ${least} to ${most}, not "${given}".`)
}
