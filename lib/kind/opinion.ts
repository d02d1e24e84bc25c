import * as z from 'zod'
import data from '../data/kinds.json' with { type: 'json' }
import { Model, type Opinion, opinionIn } from './model.ts'

const trained = z.record(z.string(), z.unknown()).parse(data)
const opinions = new Map<string, Opinion>()

/** The trained opinion on passages of one language; undefined where the language has no training passages. */
export function opinionOf(language: string): Opinion | undefined {
  const saved = trained[language]
  if (saved !== undefined && !opinions.has(language)) opinions.set(language, opinionIn(Model.parse(saved)))
  return opinions.get(language)
}
