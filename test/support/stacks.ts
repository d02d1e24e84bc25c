import { readFileSync } from 'node:fs'
import { App } from 'aws-cdk-lib'
import * as z from 'zod'
import { Service } from '../../infra/service.ts'
import { State } from '../../infra/state.ts'

/** The flags of cdk.json, which an app that is made by hand does not read by itself. */
export const flags = (): Record<string, unknown> =>
  z.object({ context: z.record(z.string(), z.unknown()) }).parse(JSON.parse(readFileSync('cdk.json', 'utf8'))).context

/** An app with the flags of this project and no bundling of code. */
export const newApp = (context: Readonly<Record<string, unknown>> = {}): App =>
  new App({ context: { ...flags(), ...context, 'aws:cdk:bundling-stacks': [] } })

/** Both stacks under some choices of context. */
export function appOf(choices: Readonly<Record<string, string>> = {}) {
  const app = newApp(choices)
  const state = new State(app, 'StratlasState')
  return { app, state, service: new Service(app, 'Stratlas', { state }) }
}
