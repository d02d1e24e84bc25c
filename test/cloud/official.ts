import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from './cloud.ts'
import { FIRST, idOf, Scenario } from './scenario.ts'

/** Where AWS's own runtime client is, once someone has built it there. */
const CLIENT = process.env['AWS_LAMBDA_RIC'] ?? 'node_modules/aws-lambda-ric'

/**
 * Runs the scenario with the bundles under AWS's own runtime client for Node.js instead of our small one, where it is
 * installed, and throws where they are refused anything or break off.
 */
export async function official(directory: string) {
  if (!existsSync(join(CLIENT, 'rapid-client.node')))
    return `Not run: there is no aws-lambda-ric in ${CLIENT}. docs/deploy.md says how to build it.`
  const cloud = await startCloud({ directory, runtime: join(CLIENT, 'index.mjs') })
  try {
    const scenario = new Scenario(cloud)
    await scenario.run()
    assert.deepEqual(cloud.gateway.denied, [])
    assert.deepEqual(cloud.pump.broken, [])
    assert.equal((await cloud.request(`/v1/documents/${idOf(FIRST)}`)).status, 404)
    const { json } = await cloud.request('/v1/documents?status=failed')
    const { items } = json as { items: { problems: { code: string }[] }[] }
    assert.deepEqual(
      items.map(({ problems }) => problems[0]?.code),
      ['PDF_DAMAGED'],
    )
    return { functions: cloud.model.functions.map(({ name }) => name), calls: cloud.gateway.used.size }
  } finally {
    await cloud.stop()
  }
}
