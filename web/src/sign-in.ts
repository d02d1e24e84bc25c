import * as oauth from 'oauth4webapi'
import type { SignInProvider } from '../../lib/contract/index.ts'

/** What is kept for this window alone, until it is closed: the token, and a sign-in that is under way. */
const TOKEN = 'stratlas.token'
const PENDING = 'stratlas.sign-in'

interface Token {
  readonly value: string
  /** Milliseconds since 1970 at which it runs out. */
  readonly until: number
}

interface Pending {
  readonly provider: SignInProvider
  readonly verifier: string
  readonly state: string
  /** Where the page was. */
  readonly back: string
}

const read = <Kept>(name: string): Kept | undefined => JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined
const keep = (name: string, value: unknown): void => sessionStorage.setItem(name, JSON.stringify(value))

/** The token of who has signed in in this window; undefined where nobody has, or no longer. */
export function token(): string | undefined {
  const kept = read<Token>(TOKEN)
  return kept && kept.until > Date.now() ? kept.value : undefined
}

/** Leaves for the provider to sign in there; it sends back here. */
export async function begin(provider: SignInProvider): Promise<void> {
  const server = await discover(provider)
  const pending: Pending = {
    provider,
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    back: location.pathname + location.search,
  }
  keep(PENDING, pending)
  const address = new URL(server.authorization_endpoint ?? provider.issuer)
  address.search = new URLSearchParams({
    ...Object.fromEntries(address.searchParams),
    ...{ response_type: 'code', client_id: provider.clientId, redirect_uri: redirect(), scope: 'openid' },
    ...{ audience: provider.audience, state: pending.state },
    ...{ code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256' },
  }).toString()
  location.assign(address)
}

/** Takes in what a provider has sent back with, where the page was opened by one, and goes where it was before. */
export async function finish(): Promise<void> {
  const pending = read<Pending>(PENDING)
  if (!pending || !new URLSearchParams(location.search).has('state')) return
  sessionStorage.removeItem(PENDING)
  const here = new URL(location.href)
  history.replaceState(null, '', pending.back)
  const { provider, verifier, state } = pending
  const server = await discover(provider)
  const client = { client_id: provider.clientId }
  const sent = oauth.validateAuthResponse(server, client, here, state)
  const reply = await oauth.authorizationCodeGrantRequest(
    ...([server, client, oauth.None(), sent, redirect(), verifier, options(provider)] as const),
  )
  const { access_token: value, expires_in = 300 } = await oauth.processAuthorizationCodeResponse(server, client, reply)
  keep(TOKEN, { value, until: Date.now() + expires_in * 1000 } satisfies Token)
}

/** Forgets the token. */
export function end(): void {
  sessionStorage.removeItem(TOKEN)
  location.reload()
}

const redirect = (): string => `${location.origin}/`

/** Only an issuer on this very machine may do without TLS. */
const options = ({ issuer }: SignInProvider) => ({
  [oauth.allowInsecureRequests]: new URL(issuer).hostname === '127.0.0.1',
})

async function discover(provider: SignInProvider): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(provider.issuer)
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options(provider)))
}
