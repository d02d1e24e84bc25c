import { ERROR_CODES, type ErrorCode, type ProblemDetails } from '../contract/index.ts'

/** A refusal as RFC 9457 problem details. Its `type` is where the API's own documentation lists the code. */
export function problem(code: ErrorCode, detail: string): Response {
  const status = ERROR_CODES[code]
  const body: ProblemDetails = { type: `/v1/docs#${code}`, title: titleOf(code), status, code, detail }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

/** `MUNICIPALITY_UNKNOWN` → `Municipality unknown`. */
const titleOf = (code: ErrorCode): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ')
