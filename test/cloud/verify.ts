import { type Assembly, synthesise } from './assembly.ts'
import { count, model, scale } from './count.ts'
import { official } from './official.ts'
import { removals } from './removals.ts'
import { storm } from './storm.ts'

/** The proofs that take longer than a test may, by name: each throws where it fails, and answers its figures. */
const parts: Readonly<Record<string, (directory: string) => Promise<unknown>>> = {
  storm: (directory) => storm({ directory, uploads: 500, seed: 1 }),
  removals,
  official,
  cost: async (directory) => {
    const counted = await count(directory)
    return { ...counted, model: [1_000, 100_000, 1_000_000].map((documents) => model(counted, documents)) }
  },
  scale: (directory) => scale(directory, [1_000, 100_000]),
}

/** `npm run verify:cloud`, or `npm run verify:cloud -- storm`: prints the figures of all parts, or of those that are named. */
async function verify({ directory }: Assembly): Promise<void> {
  const wanted = process.argv.slice(2)
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length && !wanted.includes(name)) continue
    const start = performance.now()
    const figures = await part(directory)
    console.log(`\n${name}: holds, in ${((performance.now() - start) / 1000).toFixed(0)} s`)
    console.log(JSON.stringify(figures, null, 1))
  }
}

const assembly = synthesise()
try {
  await verify(assembly)
} finally {
  assembly.remove()
}
