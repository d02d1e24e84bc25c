#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// A command starts in half the time where its modules are kept as Node compiled them; threads that read documents look here too.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../../node_modules/.cache/stratlas', import.meta.url))
enableCompileCache()
await import('./main.ts')
