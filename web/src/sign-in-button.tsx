import { useState } from 'preact/hooks'
import type { SignIn } from '../../lib/contract/index.ts'
import { useLive } from './live.ts'
import { Notice } from './notice.tsx'
import { begin, end, token } from './sign-in.ts'

/** Signs in or out, where the installation names a provider to do it with; nothing elsewhere. */
export function SignInButton() {
  const { value } = useLive<SignIn>('/v1/sign-in', { once: true })
  const [failed, setFailed] = useState(false)
  const provider = value?.provider
  if (!provider) return null
  if (token() !== undefined)
    return (
      <button type="button" class="quiet" onClick={end}>
        Sign out
      </button>
    )
  return (
    <>
      <button type="button" class="quiet" onClick={() => void begin(provider).catch(() => setFailed(true))}>
        Sign in
      </button>
      {failed && <Notice error={UNREACHABLE} />}
    </>
  )
}

const UNREACHABLE = { code: 'SIGN_IN_FAILED', message: 'The sign-in service does not answer. Try again in a moment.' }
