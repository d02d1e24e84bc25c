import { expect, it } from 'vitest'
import { shown } from '../../lib/locales/index.ts'

it.each([
  ['dnevni boravak', 'dnevni boravak'],
  ['dom/centar za stare', 'dom/centar za stare'],
  ['dom/centar/klub/kuća/dom! za [stari/stariji/bolesni/nemoćni]', 'dom/centar/klub/… za [stari/stariji/bolesni/…]'],
  ['{starzy} & pomoc', '{starzy} & pomoc'],
])('shows %s as %s', (pattern, words) => expect(shown(pattern)).toBe(words))
