import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import dynalite from 'dynalite'

/** Where tables are kept, and how that is ended. */
interface Tables {
  readonly endpoint: string
  stop(): Promise<void>
}

/**
 * DynamoDB without AWS: dynalite in this process; or, where a developer has it and its licence allows them, DynamoDB Local
 * at the address in `DYNAMODB_LOCAL`, e.g. `DYNAMODB_LOCAL=http://127.0.0.1:8000 npx vitest run test/store test/pipeline`.
 */
export async function startTables(): Promise<Tables> {
  const endpoint = process.env['DYNAMODB_LOCAL']
  if (endpoint) return { endpoint, stop: async () => undefined }
  const tables = dynalite({ createTableMs: 0, deleteTableMs: 0 })
  await once(tables.listen(0, '127.0.0.1'), 'listening')
  return {
    endpoint: `http://127.0.0.1:${(tables.address() as AddressInfo).port}`,
    stop: async () => void (await new Promise((resolve) => tables.close(resolve))),
  }
}
