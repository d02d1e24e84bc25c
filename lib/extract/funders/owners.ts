import { type Funder, funder } from '../../gazetteer/funders.ts'
import type { Hit } from '../../locales/index.ts'
import { inside, sentenceAt } from '../../text/index.ts'
import type { Money } from './money.ts'

/** So near, in code units, stands the word "program" that calls a name one. */
export const NEAR = 24
/** And so near the one that stands before its quotes. */
export const CALLED = 100
/** And so far before its owner a programme is named. */
const OWNED = 200
/** From the quote that ends a programme's name to its owner: its years, its short name, "z", "nemačke organizacije". */
const OWNER =
  /[”"“»](?:\s\([\p{L}\d -]{2,20}\))?(?:\s\p{Ll}{2,3}\s\p{Ll}+\s\d{4}(?:\s?[-–]\s?\d{4})?\.?)?\s(?:\p{Ll}{1,2}\s|\p{L}+\s\p{Ll}+\s[„"“])?$/u

/**
 * "programu Ministra Rodziny „Opieka…”", "konkursu Ministerstwa Rodziny na realizację Programu „Senior+”": it pays its
 * listed programme.
 */
export function isGiversProgramme({ doc, words, heads, names }: Money, hit: Hit): boolean {
  const before = { tokens: doc.tokens.slice(Math.max(0, hit.first - 2), hit.first), blocks: doc.blocks }
  const near = inside(heads, { start: hit.start - CALLED, end: hit.start })
  const own = [...near.filter(({ id }) => id === 'programme'), ...words.calls.find(before)]
  if (!own.some(({ end }) => /^\s+(?:\p{Ll}+\s)?$/u.test(doc.text.slice(end, hit.start)))) return false
  const behind = { start: hit.end, end: Math.min(sentenceAt(doc, hit.start).end, hit.end + CALLED) }
  const quoted = /^\s(?:\p{L}{2,6}\.?\s){0,2}[„"“«]/u.test(doc.text.slice(hit.end, behind.end))
  return quoted || inside(names, behind).some(({ id }) => funder(id)?.type === 'programme')
}

/**
 * "Programu „Senior+” na lata 2015-2020 z Ministerstwa Rodziny", "projekta „Jednake šanse“ Evropske unije": named right
 * behind what is its.
 */
export function ownsNamed({ doc, heads, names }: Money, { start }: Hit, kind: Funder['kind']): boolean {
  const before = doc.text.slice(Math.max(0, start - OWNED), start)
  const closing = OWNER.exec(before)
  if (!closing) return false
  const name = { start: start - before.length, end: start - before.length + closing.index }
  const opened = inside(heads, name).some(({ id, end }) => {
    const rest = doc.text.slice(end, name.end)
    return (id === 'programme' || id === 'project') && /^[^„"“”«».;]{0,24}(?:[„"“”«]|,,)[^„"“”«»]{2,}$/u.test(rest)
  })
  const listed = inside(names, name).some((one) => one.end >= name.end - 2 && funder(one.id)?.type === 'programme')
  return kind === 'national' ? listed : opened
}

/** "U okviru projekta UN Women": the project of an agency that gives, and is no partner. */
export function isItsProject({ doc, heads, words }: Money, hit: Hit): boolean {
  const head = inside(heads, { start: hit.start - NEAR, end: hit.start }).at(-1)
  if (!head || head.id === 'organisation' || head.id === 'firm') return false
  if (!/^\s[„"“«]?$/u.test(doc.text.slice(head.end, hit.start))) return false
  const before = { tokens: doc.tokens.slice(Math.max(0, head.first - 3), head.first), blocks: doc.blocks }
  return words.within.find(before).some(({ end }) => doc.text.slice(end, head.start) === ' ')
}
