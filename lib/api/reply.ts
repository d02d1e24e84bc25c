import * as z from 'zod'
import { ProblemDetails, StratlasError } from '../contract/index.ts'

const PROBLEM = {
  description: 'RFC 9457 problem details with a stable `code`',
  content: { 'application/problem+json': { schema: ProblemDetails } },
} as const

/** The replies of a route that answers JSON of this schema, or a problem. */
export const replies = <Schema extends z.ZodType>(schema: Schema, description: string) =>
  ({ 200: { description, content: { 'application/json': { schema } } }, default: PROBLEM }) as const

/** The replies of a route that accepts work and answers JSON of this schema, or a problem. */
export const accepted = <Schema extends z.ZodType>(schema: Schema, description: string) =>
  ({ 202: { description, content: { 'application/json': { schema } } }, default: PROBLEM }) as const

/** The replies of a route that answers a file of these media types, or a problem. */
export const file = (description: string, ...mediaTypes: readonly string[]) => ({
  200: {
    description,
    content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: z.string().meta({ format: 'binary' }) }])),
  },
  default: PROBLEM,
})

/** The replies of a route that answers nothing. */
export const nothing = (description: string) => ({ 204: { description }, default: PROBLEM }) as const

/** Parameters of every list that comes in pages. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Items on a page'),
  cursor: z.string().max(4000).optional().describe('From the page before'),
}

/** The value, or the error where there is none. */
export function found<Value>(value: Value | undefined, otherwise: () => StratlasError): Value {
  if (value === undefined) throw otherwise()
  return value
}

/** No document has this id. */
export const noDocument = (id: string): StratlasError =>
  new StratlasError('DOCUMENT_NOT_FOUND', `There is no document ${id.slice(0, 40)}. It may have been deleted.`)

/** A copy of an object without the properties that are undefined. */
export const defined = <Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never
