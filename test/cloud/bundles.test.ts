import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assembly, synthesise } from './assembly.ts'
import { type Cloud, startCloud } from './cloud.ts'
import type { FunctionModel } from './model.ts'
import { allows, grantsOf, type Statement, wildcards, without } from './policy.ts'
import type { Call } from './request.ts'
import { FIRST, idOf, REPLACED, Scenario } from './scenario.ts'

let assembly: Assembly
beforeAll(() => {
  assembly = synthesise()
}, 180_000)
afterAll(() => assembly?.remove())

/** Calls that a policy would have refused. */
const refused = (statements: readonly Statement[], calls: readonly Call[]): Call[] =>
  calls.filter(({ action, resource }) => !allows(statements, action, resource))

test('synthesis needs no account, credentials, Docker engine or network, and bundles each function into one module', () => {
  const files = readdirSync(assembly.directory)
  expect(files.filter((name) => name.endsWith('.template.json')).sort()).toEqual([
    'Stratlas.template.json',
    'StratlasState.template.json',
  ])
  expect(files.filter((name) => existsSync(join(assembly.directory, name, 'index.mjs')))).toHaveLength(6)
})

describe('the synthesised bundles at work', { timeout: 120_000 }, () => {
  let cloud: Cloud
  let scenario: Scenario
  let functions: readonly FunctionModel[]
  const callsOf = (id: string) => [...cloud.gateway.used.values()].filter(({ caller }) => caller === id)
  beforeAll(async () => {
    cloud = await startCloud({ directory: assembly.directory })
    functions = cloud.model.functions
    scenario = new Scenario(cloud)
    await scenario.run()
  }, 120_000)
  afterAll(() => cloud?.stop())

  test('do all that is asked of them without being refused anything, and break off nowhere', () => {
    expect(cloud.gateway.denied).toEqual([])
    expect(cloud.pump.broken).toEqual([])
  })

  test('answer as the API of one machine does: a document that was removed is gone, an unreadable one says why', async () => {
    expect((await cloud.request(`/v1/documents/${idOf(FIRST)}`)).status).toBe(404)
    expect((await cloud.request('/v1/documents?status=failed')).json).toMatchObject({
      items: [{ name: 'damaged.pdf', problems: [{ code: 'PDF_DAMAGED' }] }],
    })
    expect((await cloud.request('/v1/municipalities')).json).toMatchObject({ items: [{ id: 'pl-247201' }] })
  })

  test('know of a file that was overwritten by hand only what took its place, and nothing once that is deleted', () => {
    const [first, ...later] = scenario.replacedBy
    expect(first).toMatchObject([{ id: idOf(REPLACED[0] ?? FIRST), name: 'replaced.txt' }])
    expect(later).toMatchObject([[{ id: idOf(REPLACED[1] ?? FIRST), name: 'replaced.txt' }], []])
  })

  test('let nobody write who has not signed in', async () => {
    const uploaded = await cloud.request('/v1/uploads', { method: 'POST', body: { name: 'a.txt', bytes: 3 } })
    expect(uploaded.status).toBe(403)
  })

  test('need each action on each resource that their roles allow: without any one of them a call is refused', () => {
    for (const { id, name, statements } of functions) {
      const grants = grantsOf(statements)
      expect(grants.length, name).toBeGreaterThan(5)
      expect(refused(statements, callsOf(id)), name).toEqual([])
      for (const grant of grants)
        expect(
          refused(without(statements, grant), callsOf(id)).length,
          `${name}: ${grant.action} ${grant.resource}`,
        ).not.toBe(0)
    }
  })

  test('have roles without a wildcard; one that is added is found', () => {
    for (const { name, statements } of functions) {
      expect(wildcards(statements), name).toEqual([])
      const [first] = grantsOf(statements)
      const wide = [...statements, { effect: 'Allow', actions: ['s3:*'], resources: [first?.resource ?? ''] }]
      expect(wildcards(wide)).toHaveLength(1)
      expect(wildcards([...statements, { effect: 'Allow', actions: ['s3:GetObject'], resources: ['*'] }])).toHaveLength(
        1,
      )
    }
  })

  test('log one upload under one id through all steps, and nothing that a document or its name says', () => {
    const lines = cloud.lambda.logs.filter(({ line }) => line.includes(scenario.upload))
    expect(new Set(lines.map((line) => line.function))).toEqual(new Set(['api', 'read', 'extract', 'aggregate']))
    expect(lines.some(({ line }) => line.includes('"claimed"') && line.includes(idOf(FIRST)))).toBe(true)
    const all = cloud.lambda.logs.map(({ line }) => line).join('\n')
    expect(all).not.toMatch(/Požega|strategij|pomoć|Ruda|news\.html|damaged\.pdf/iu)
  })

  test('count documents by status, pages, failures by code, seconds of recognising, and what a document costs', () => {
    const all = cloud.lambda.logs.map(({ line }) => line).join('\n')
    expect(all).toMatch(/"status":"analysed","Documents":1/)
    expect(all).toMatch(/"code":"PDF_DAMAGED","Failures":1/)
    expect(all).toMatch(/"OcrSeconds":\d/)
    expect(all).toMatch(/"service":"extract",.*"MicroUSD":[1-9]/)
    expect(all).toMatch(/"Namespace":"stratlas"/)
  })
})

test('a role that lacks an action stops its step: no document is analysed, and the refusal is seen', {
  timeout: 120_000,
}, async () => {
  const lacking = (_id: string, statements: readonly Statement[]) =>
    statements.map((one) => ({ ...one, actions: one.actions.filter((action) => action !== 's3:PutObject') }))
  const cloud = await startCloud({ directory: assembly.directory, policy: lacking })
  try {
    await new Scenario(cloud).put('uploads/rs/a.html', FIRST)
    await cloud.pump.settle()
    expect(cloud.gateway.denied.map(({ action }) => action)).toContain('s3:PutObject')
    expect((await cloud.request(`/v1/documents/${idOf(FIRST)}`)).json).not.toMatchObject({ status: 'analysed' })
  } finally {
    await cloud.stop()
  }
})
