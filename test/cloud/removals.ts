import { startCloud } from './cloud.ts'
import { modelOf } from './model.ts'
import { Scenario } from './scenario.ts'

/**
 * Takes each action from each role in turn, runs the scenario with what is left, and throws where nobody misses it.
 * Answers how many were taken.
 */
export async function removals(directory: string, of = modelOf(directory).functions): Promise<number> {
  let taken = 0
  for (const { id, name, statements } of of) {
    for (const action of new Set(statements.flatMap(({ actions }) => actions))) {
      const cloud = await startCloud({
        directory,
        policy: (functionId, all) =>
          functionId === id
            ? all.map((one) => ({ ...one, actions: one.actions.filter((each) => each !== action) }))
            : all,
      })
      try {
        await new Scenario(cloud).run()
        if (!cloud.gateway.denied.some((call) => call.caller === id && call.action === action))
          throw new Error(`Nobody misses ${action} of ${name}.`)
        taken++
      } finally {
        await cloud.stop()
      }
    }
  }
  return taken
}
