import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A synthesised app in a folder of its own. */
export interface Assembly {
  readonly directory: string
  remove(): void
}

/** What is left of the environment: no credentials, no Docker engine, no network. */
const environment = (home: string) => ({
  PATH: process.env['PATH'],
  HOME: home,
  CDK_DOCKER: 'false',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
})

/** Gives a command no network at all, where this machine lets us. */
const OFFLINE = ['unshare', '--map-root-user', '--net']
const [unshare = '', ...flags] = OFFLINE
const isPossible = spawnSync(unshare, [...flags, 'true']).status === 0

/** Runs `cdk synth` as a new machine does, with everything it may not need taken away. */
export function synthesise(): Assembly {
  const directory = mkdtempSync(join(tmpdir(), 'stratlas-synth-'))
  const remove = () => rmSync(directory, { recursive: true, force: true })
  try {
    const options = { env: environment(directory), stdio: 'pipe' as const }
    const [command = '', ...args] = [...(isPossible ? OFFLINE : []), 'node_modules/.bin/cdk', 'synth', '--quiet']
    execFileSync(command, [...args, '--output', directory], options)
  } catch (error) {
    remove()
    throw error
  }
  return { directory, remove }
}
