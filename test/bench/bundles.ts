import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { synthesise } from '../cloud/assembly.ts'
import { modelOf } from '../cloud/model.ts'
import { median, print } from './measure.ts'

const RUNS = 11
const BARE = `export * from '@aws-sdk/client-s3'; export * from '@aws-sdk/client-sqs'; export * from '@aws-sdk/lib-dynamodb'`

/** A bundle, and in how many milliseconds each new process imported it. */
interface Measured {
  readonly name: string
  readonly path: string
  readonly environment: Readonly<Record<string, string>>
  readonly times: number[]
}

/** What each function weighs and how long its import takes in a new process, beside the AWS clients alone. */
export function bundles(): void {
  const assembly = synthesise()
  const directory = mkdtempSync(join(tmpdir(), 'stratlas-bare-'))
  try {
    const model = modelOf(assembly.directory)
    model.templates.endpoint = 'http://127.0.0.1:9'
    const bare: Measured = { name: 'AWS clients alone', path: bareIn(directory), environment: {}, times: [] }
    const functions = model.functions.map((one): Measured => {
      const path = join(one.directory, 'index.mjs')
      return { name: one.name, path, environment: one.environment(), times: [] }
    })
    // In turns, so that what else the machine does troubles all alike.
    for (let run = 0; run < RUNS; run++) for (const one of [bare, ...functions]) one.times.push(importTime(one))
    const head = ['function', 'KB', 'gzip KB', 'import ms, least', 'median', 'times the clients']
    print('Bundles of the functions', [head, ...[bare, ...functions].map((one) => rowOf(one, bare))])
  } finally {
    assembly.remove()
    rmSync(directory, { recursive: true, force: true })
  }
}

const rowOf = ({ name, path, times }: Measured, bare: Measured): (string | number)[] => {
  const weight = [statSync(path).size / 1024, gzipSync(readFileSync(path)).length / 1024]
  return [name, ...weight, Math.min(...times), median(times), Math.min(...times) / Math.min(...bare.times)]
}

/** Bundles nothing but the clients that the functions use. */
function bareIn(directory: string): string {
  const outfile = join(directory, 'index.mjs')
  buildSync({
    stdin: { contents: BARE, resolveDir: import.meta.dirname },
    ...{ bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24', outfile },
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  })
  return outfile
}

function importTime({ path, environment }: Measured): number {
  const program = `const start = performance.now(); await import(${JSON.stringify(path)}); process.stdout.write('\\n' + (performance.now() - start)); process.exit()`
  const env = { PATH: process.env['PATH'], AWS_REGION: 'eu-central-1', ...environment }
  const args = ['--input-type=module', '--eval', program]
  const printed = execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return Number(printed.split('\n').at(-1))
}
