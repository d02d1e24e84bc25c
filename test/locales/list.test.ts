import { expect, test } from 'vitest'
import * as z from 'zod'
import { scopeOf } from '../../lib/extract/scope.ts'
import { listIn, locales } from '../../lib/locales/index.ts'

test('a list that is missing, or that nothing knows, is told with its file', () => {
  const lists = { scope: { purposes: ['za'], purpuses: ['na'] } }
  const shape = z.strictObject({ purposes: z.array(z.string()), turns: z.array(z.string()) })
  const read = () => listIn({ language: 'xx', lists }, 'scope', shape)
  expect(read).toThrow(/^lib\/locales\/xx\/scope\.yml: .*turns/su)
  expect(read).toThrow(/purpuses/u)
})

test.each(locales)('$language: words of scope are read once', (locale) => {
  expect(scopeOf(locale)).toBe(scopeOf(locale))
  expect(scopeOf(locale).purposes.size).toBeGreaterThan(0)
})
