import { parentPort } from 'node:worker_threads'
import { StratlasError } from '../contract/index.ts'
import type { Workbench } from '../pipeline/context.ts'
import { inProcess } from '../pipeline/workbench.ts'

/** A call of the workbench, sent to a thread. */
export type Call = { [Name in keyof Workbench]: { name: Name; input: Parameters<Workbench[Name]>[0] } }[keyof Workbench]

/** What a thread answers: a value, or an error with its code where it has one. */
export type Answer =
  | { readonly value: unknown }
  | { readonly error: { readonly code?: StratlasError['code']; readonly name: string; readonly message: string } }

parentPort?.on('message', async (call: Call) => {
  parentPort?.postMessage(await answer(call))
})

const run = (call: Call): Promise<unknown> => {
  if (call.name === 'read') return inProcess.read(call.input)
  if (call.name === 'recognise') return inProcess.recognise(call.input)
  return call.name === 'finish' ? inProcess.finish(call.input) : inProcess.analyse(call.input)
}

async function answer(call: Call): Promise<Answer> {
  try {
    return { value: await run(call) }
  } catch (error) {
    if (error instanceof StratlasError) return { error: { code: error.code, name: error.name, message: error.message } }
    if (error instanceof Error) return { error: { name: error.name, message: error.message } }
    return { error: { name: 'Error', message: String(error) } }
  }
}
