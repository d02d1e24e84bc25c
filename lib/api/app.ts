import { type Hook, OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod'
import { ERROR_CODES, type ErrorCode, type ProblemDetails, StratlasError } from '../contract/index.ts'

/** What every route knows of its request: nothing beyond the request itself. */
// biome-ignore lint/complexity/noBannedTypes: Hono's own word for an environment without variables
export type Env = {}

export type App = OpenAPIHono<Env>

/** An empty app in which every trouble is answered as RFC 9457 problem details with a stable code. */
export function newApp(): App {
  const app: App = new OpenAPIHono<Env>({ defaultHook: refuse })
  app.notFound((c) => problem(c, 'ROUTE_UNKNOWN', `There is nothing at ${c.req.method} ${c.req.path}. See /v1/docs.`))
  app.onError((error, c) => {
    if (error instanceof StratlasError) return problem(c, error.code, error.message)
    if (error instanceof HTTPException && error.status < 500) return problem(c, 'REQUEST_INVALID', error.message)
    console.error(error)
    return problem(c, 'UNEXPECTED', 'Something went wrong here. It is recorded; please try again later.')
  })
  return app
}

const refuse: Hook<unknown, Env, string, Response | undefined> = (result, c) =>
  result.success ? undefined : problem(c, 'REQUEST_INVALID', sentenceOf(result.error.issues))

/** Issues in one sentence, the parameter before what is wrong with it: `limit: Too big: expected number to be <=200`. */
const sentenceOf = (issues: readonly z.core.$ZodIssue[]): string =>
  `${issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message)).join('; ')}.`

function problem(c: Context, code: ErrorCode, detail: string): Response {
  const status = ERROR_CODES[code]
  const body: ProblemDetails = { type: `/v1/docs#${code}`, title: titleOf(code), status, code, detail }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** `MUNICIPALITY_UNKNOWN` → `Municipality unknown`. */
export const titleOf = (code: ErrorCode): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ')
