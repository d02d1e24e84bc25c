import type { ComponentChildren } from 'preact'
import type { RequestError } from './request.ts'

/** A trouble in clear words, with the code under which it can be looked up. */
export function Notice({
  error,
  children,
}: {
  error: Pick<RequestError, 'message' | 'code'>
  children?: ComponentChildren
}) {
  return (
    <div class="notice" role="alert">
      <p>
        {error.message} <code>{error.code}</code>
      </p>
      {children}
    </div>
  )
}
