import { synthesise } from './assembly.ts'
import { storm } from './storm.ts'

/** `npm run verify:cloud`: the proofs that take longer than a test may. Prints its figures; throws where one fails. */
const assembly = synthesise()
try {
  for (const seed of [1])
    console.log(
      JSON.stringify(
        await storm({ directory: assembly.directory, uploads: Number(process.argv[2] ?? 500), seed }),
        null,
        1,
      ),
    )
} finally {
  assembly.remove()
}
