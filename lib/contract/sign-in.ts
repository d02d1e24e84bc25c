import * as z from 'zod'

/** Where people sign in: an issuer of OpenID Connect, what the page is called there, and whom its tokens are for. */
export const SignInProvider = z
  .object({ issuer: z.string(), clientId: z.string(), audience: z.string() })
  .meta({ id: 'SignInProvider' })

/** `GET /v1/sign-in`: how the page signs people in; null where it does not. */
export const SignIn = z.object({ provider: SignInProvider.nullable() }).meta({ id: 'SignIn' })

export type SignInProvider = z.infer<typeof SignInProvider>
export type SignIn = z.infer<typeof SignIn>
