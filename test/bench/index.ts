import { cpus } from 'node:os'
import { bundles } from './bundles.ts'
import { engine, growth } from './engine.ts'
import { language } from './language.ts'
import { load } from './load.ts'
import { pages } from './pages.ts'
import { reading } from './reading.ts'
import { scans } from './scans.ts'

/**
 * `npm run bench`, or `npm run bench -- bundles`: what the engine costs, and what others cost and know on the same texts, all
 * parts or those that are named. Figures to read, not to assert.
 */
const wanted = process.argv.slice(2)
console.log(`node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`)
for (const part of [bundles, engine, reading, pages, scans, language, load, growth])
  if (!wanted.length || wanted.includes(part.name)) await part()
