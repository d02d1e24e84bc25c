import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { expect, test } from 'vitest'
import { signIn } from '../../lib/cli/sign.ts'

const API = 'https://abc123.execute-api.eu-central-1.amazonaws.com'
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'session' }
/** SHA-256, alone or with a key, as the signer asks for it. */
class Sha256 {
  readonly #hash: Hash | Hmac
  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', key as string)
  }
  update = (part: Uint8Array) => void this.#hash.update(part)
  digest = async () => new Uint8Array(this.#hash.digest())
  reset = () => undefined
}

const request = (host = API) =>
  new Request(`${host}/v1/documents/ab/reanalyse?a=%C5%BE&b=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"all":true}',
  })

test('requests to an HTTP API of AWS are signed as the SDK signs them', async () => {
  const { headers } = await signIn(KEYS)(request())
  const time = headers.get('x-amz-date') ?? ''
  const signer = new SignatureV4({
    ...{ service: 'execute-api', region: 'eu-central-1', sha256: Sha256, applyChecksum: false },
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' },
  })
  const expected = await signer.sign(
    {
      ...{ method: 'POST', protocol: 'https:', hostname: new URL(API).hostname },
      ...{ path: '/v1/documents/ab/reanalyse', query: { a: 'ž', b: '1' }, body: '{"all":true}' },
      headers: { host: new URL(API).hostname },
    },
    { signingDate: new Date(time.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z')) },
  )
  expect(headers.get('authorization')).toBe(expected.headers['authorization'])
  expect(headers.get('x-amz-security-token')).toBe('session')
})

test('a token goes before keys, keys go to AWS alone, and without either a request is sent as it is', async () => {
  const authorization = async (env: Record<string, string>, host?: string) =>
    (await signIn(env)(request(host))).headers.get('authorization')
  expect(await authorization({ ...KEYS, STRATLAS_TOKEN: 'abc' })).toBe('Bearer abc')
  expect(await authorization(KEYS, 'http://127.0.0.1:4242')).toBeNull()
  expect(await authorization({})).toBeNull()
})
