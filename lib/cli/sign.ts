import { AwsClient } from 'aws4fetch'

/** Makes a request that of someone who is known. */
export type SignIn = (request: Request) => Promise<Request>

/** Address of an HTTP API of AWS: `abc.execute-api.eu-central-1.amazonaws.com`. */
const HTTP_API = /\.execute-api\.([\w-]+)\.amazonaws\.com(?:\.cn)?$/

/**
 * How requests to an installation are signed in, by what the environment offers: a token in `STRATLAS_TOKEN`; else, for
 * the address of an HTTP API, credentials in `AWS_ACCESS_KEY_ID` and its companions; else not at all.
 */
export function signIn(env: Readonly<Record<string, string | undefined>> = process.env): SignIn {
  const { STRATLAS_TOKEN: token, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  return async (request) => {
    const region = HTTP_API.exec(new URL(request.url).hostname)?.[1]
    if (token) request.headers.set('authorization', `Bearer ${token}`)
    if (token || !accessKeyId || !secretAccessKey || region === undefined) return request
    const sessionToken = env['AWS_SESSION_TOKEN']
    const keys = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
    return new AwsClient({ ...keys, service: 'execute-api', region }).sign(request)
  }
}
