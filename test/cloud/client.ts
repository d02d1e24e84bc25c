import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { moveTime, setOffset } from './clock.ts'

/**
 * A client of the Lambda Runtime API, as the managed runtime is one: loads the handler of a bundle, then asks for
 * invocations and answers them until it is stopped. Alone in that it also keeps the harness's time.
 */
const base = `http://${process.env['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime`

type Handler = (event: unknown, context: unknown) => Promise<unknown>

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(base + path, { method: 'POST', body: JSON.stringify(body ?? null) })

const failure = (error: unknown) =>
  error instanceof Error ? { errorType: error.name, errorMessage: error.message } : { errorType: 'Error' }

async function load(): Promise<Handler> {
  const [file = '', name = ''] = (process.env['_HANDLER'] ?? '').split('.')
  const module = await import(pathToFileURL(join(process.env['LAMBDA_TASK_ROOT'] ?? '', `${file}.mjs`)).href)
  return module[name]
}

async function serve(handler: Handler): Promise<never> {
  for (;;) {
    const next = await fetch(`${base}/invocation/next`)
    const id = next.headers.get('lambda-runtime-aws-request-id')
    const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'))
    setOffset(Number(next.headers.get('x-clock-offset')))
    const context = {
      awsRequestId: id,
      functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
      memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
      getRemainingTimeInMillis: () => deadline - Date.now(),
    }
    try {
      await post(`/invocation/${id}/response`, await handler(await next.json(), context))
    } catch (error) {
      await post(`/invocation/${id}/error`, failure(error))
    }
  }
}

moveTime()
setOffset(Number(process.env['CLOCK_OFFSET']))
try {
  await serve(await load())
} catch (error) {
  await post('/init/error', failure(error))
  process.exit(1)
}
