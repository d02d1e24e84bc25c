import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalHome, openHome } from '../../lib/local/home.ts'
import { pipelineContract } from '../contract/pipeline.ts'
import { fused } from '../support/fuse.ts'

pipelineContract('one machine', async () => {
  const path = mkdtempSync(join(tmpdir(), 'stratlas-'))
  const homes: LocalHome[] = []
  return {
    create: async (now, fuse) => {
      const home = openHome(join(path, String(homes.length)), now)
      homes.push(home)
      return fused(home, fuse)
    },
    close: async () => {
      for (const home of homes) await home.close()
      rmSync(path, { recursive: true })
    },
  }
})
