import * as z from 'zod'
import type { Locale } from './locale.ts'

/** A list of a language in its shape: `listIn(locale, 'scope', Scope)`. Throws, naming the file and the key, where it has another. */
export function listIn<Shape extends z.ZodType>(
  { language, lists }: Pick<Locale, 'language' | 'lists'>,
  name: string,
  shape: Shape,
): z.infer<Shape> {
  // A list is read once: to compile a parser for it takes longer than to do without.
  const parsed = shape.safeParse(lists[name], { jitless: true })
  if (!parsed.success) throw new Error(`lib/locales/${language}/${name}.yml: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
