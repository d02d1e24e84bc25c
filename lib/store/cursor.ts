import * as z from 'zod'
import { StratlasError } from '../contract/index.ts'

/** DynamoDB's limit for a sort key in bytes, less the byte that the adapter appends. */
const LONGEST = 1023

const Cursor = z.object({
  list: z.string(),
  at: z
    .string()
    .min(1)
    .refine((at) => Buffer.byteLength(at) <= LONGEST),
})

/** Opaque cursor behind the item at position `at` of a list: base64url of JSON, so that it survives in a URL. */
export const encodeCursor = (list: string, at: string): string =>
  Buffer.from(JSON.stringify({ list, at })).toString('base64url')

/** Position of a cursor made by `encodeCursor` for the same list, undefined for none. Throws CURSOR_INVALID. */
export function decodeCursor(list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const parsed = Cursor.safeParse(parse(cursor))
  if (parsed.success && parsed.data.list === list) return parsed.data.at
  throw new StratlasError('CURSOR_INVALID', 'This cursor does not belong to this list. Begin again without a cursor.')
}

function parse(cursor: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
