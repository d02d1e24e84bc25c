import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { synthesise } from '../cloud/assembly.ts'
import { modelOf } from '../cloud/model.ts'
import { median, print } from './measure.ts'

const RUNS = 7
const BARE = `export * from '@aws-sdk/client-s3'; export * from '@aws-sdk/client-sqs'; export * from '@aws-sdk/lib-dynamodb'`

/** What each function weighs and how long its import takes in a new process, beside the AWS clients alone. */
export function bundles(): void {
  const assembly = synthesise()
  const directory = mkdtempSync(join(tmpdir(), 'stratlas-bare-'))
  try {
    const model = modelOf(assembly.directory)
    model.templates.endpoint = 'http://127.0.0.1:9'
    const rows: (string | number)[][] = [['function', 'KB', 'gzip KB', 'import ms']]
    const bare = join(directory, 'index.mjs')
    buildSync({
      stdin: { contents: BARE, resolveDir: import.meta.dirname },
      ...{ bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24', outfile: bare },
      mainFields: ['module', 'main'],
      banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    })
    rows.push(['AWS clients alone', ...figuresOf(bare, {})])
    for (const one of model.functions)
      rows.push([one.name, ...figuresOf(join(one.directory, 'index.mjs'), one.environment())])
    print('Bundles of the functions', rows)
  } finally {
    assembly.remove()
    rmSync(directory, { recursive: true, force: true })
  }
}

function figuresOf(path: string, environment: Readonly<Record<string, string>>): number[] {
  const program = `const start = performance.now(); await import(${JSON.stringify(path)}); process.stdout.write('\\n' + (performance.now() - start)); process.exit()`
  const env = { PATH: process.env['PATH'], AWS_REGION: 'eu-central-1', ...environment }
  const times = Array.from({ length: RUNS }, () => {
    const args = ['--input-type=module', '--eval', program]
    return Number(
      execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
        .split('\n')
        .at(-1),
    )
  })
  return [statSync(path).size / 1024, gzipSync(readFileSync(path)).length / 1024, median(times)]
}
