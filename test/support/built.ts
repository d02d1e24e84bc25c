import { join } from 'node:path'
import { build } from 'vite'

/** Builds the page once before any test runs: two test files that each built it would empty its folder under the other. */
export async function setup(): Promise<void> {
  await build({ configFile: join(import.meta.dirname, '../../web/vite.config.ts'), logLevel: 'error' })
}
