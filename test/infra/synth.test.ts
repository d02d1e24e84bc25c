import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('synthesises without an account, credentials, a Docker engine or a network, and bundles each function into one module', {
  timeout: 180_000,
}, () => {
  const out = mkdtempSync(join(tmpdir(), 'stratlas-synth-'))
  try {
    const env = {
      PATH: process.env.PATH,
      HOME: out,
      CDK_DOCKER: 'false',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      HTTP_PROXY: 'http://127.0.0.1:9',
    }
    execFileSync('node_modules/.bin/cdk', ['synth', '--quiet', '--output', out], { env, stdio: 'pipe' })
    const templates = readdirSync(out).filter((name) => name.endsWith('.template.json'))
    expect(templates.sort()).toEqual(['Stratlas.template.json', 'StratlasState.template.json'])
    const bundles = readdirSync(out).filter((name) => existsSync(join(out, name, 'index.mjs')))
    expect(bundles).toHaveLength(4)
    for (const bundle of bundles) expect(readFileSync(join(out, bundle, 'index.mjs'), 'utf8')).toMatch(/handler/u)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
