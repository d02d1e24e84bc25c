import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../lib/cli/index.ts', import.meta.url))

/** Path of a sample of the project. */
export const sample = (slug: string, type: string): string =>
  join(import.meta.dirname, '../../fixtures', slug, `source.${type}`)

/** Runs the command line as a process of its own. */
export const stratlas = (...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
