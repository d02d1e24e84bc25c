import type { MiddlewareHandler } from 'hono'
import { problem } from '../api/problem.ts'

const NAMES = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Lets only this machine in. A page elsewhere that resolves its own name to 127.0.0.1 (DNS rebinding) is told by its Host
 * header, and one that posts a form here by its Origin. Programs send no Origin and may write.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!NAMES.includes(host.replace(/:\d+$/, '')))
    return problem('HOST_REFUSED', 'This server answers on this machine only: open it as 127.0.0.1 or localhost.')
  const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  const origin = c.req.header('origin')
  if (isWrite && origin !== undefined && origin !== `http://${host}`)
    return problem('ORIGIN_REFUSED', 'Only the page of this server may write to it from a browser.')
  return next()
}
