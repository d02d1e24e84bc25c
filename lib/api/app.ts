import { type Hook, OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod'
import { StratlasError } from '../contract/index.ts'
import { Busy } from '../pipeline/claim.ts'
import { problem } from './problem.ts'

/** What every route knows of its request: nothing beyond the request itself. */
// biome-ignore lint/complexity/noBannedTypes: Hono's own word for an environment without variables
export type Env = {}

export type App = OpenAPIHono<Env>

/** Told of what went wrong inside. */
export type Report = (error: unknown) => void

/**
 * An empty app in which every trouble is answered as RFC 9457 problem details with a stable code; what a user cannot be
 * told is reported.
 */
export function newApp(report: Report = console.error): App {
  const app: App = new OpenAPIHono<Env>({ defaultHook: refuse })
  app.notFound((c) => problem('ROUTE_UNKNOWN', `There is nothing at ${c.req.method} ${c.req.path}. See /v1/docs.`))
  app.onError((error, c) => {
    // What broke off while it was written is no file any more.
    c.header('content-disposition', undefined)
    return answer(error, report)
  })
  return app
}

function answer(error: Error, report: Report): Response {
  if (error instanceof StratlasError) return problem(error.code, error.message)
  if (error instanceof Busy) return problem('DOCUMENT_BUSY', 'This document is being worked on. Ask again in a moment.')
  if (error instanceof HTTPException && error.status < 500) return problem('REQUEST_INVALID', error.message)
  report(error)
  return problem('UNEXPECTED', 'Something went wrong here. It is recorded; please try again later.')
}

const refuse: Hook<unknown, Env, string, Response | undefined> = (result) =>
  result.success ? undefined : problem('REQUEST_INVALID', sentenceOf(result.error.issues))

/** Issues in one sentence, the parameter before what is wrong with it: `limit: Too big: expected number to be <=200`. */
const sentenceOf = (issues: readonly z.core.$ZodIssue[]): string =>
  `${issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message)).join('; ')}.`
