import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { compilePlaces } from '../gazetteer/places/compile.ts'
import type { Written } from '../locales/index.ts'

const root = join(import.meta.dirname, '..')

/** Languages that are analysed, ISO 639-1, each a folder of lib/locales. */
const LANGUAGES = ['sr', 'pl']

/** One file for each language: `{ 'sr-written.json': …, 'pl-written.json': … }`. */
const perLanguage = (ending: string, build: (language: string) => unknown) =>
  Object.fromEntries(LANGUAGES.map((language) => [`${language}${ending}.json`, () => build(language)]))

/** JSON file → the value that its YAML or CSV sources say it should hold, in this order. One line per source of data. */
const targets: Readonly<Record<string, () => unknown>> = {
  ...perLanguage('', (language) => folder(`locales/${language}`)),
  'concepts.json': () => folder('concepts'),
  'places-rs.json': () => compilePlaces('RS'),
  'places-pl.json': () => compilePlaces('PL'),
  'funders.json': () => parse(readFileSync(join(root, 'gazetteer/funders.yml'), 'utf8')),
  'inflect.json': () => folder('inflect'),
  'language.json': () => folder('language'),
  'kinds.json': trainKinds,
  ...perLanguage('-written', writtenOf),
  'lists.json': digest,
}

/** The YAML files of a folder by name, in alphabetical order. */
function folder(path: string): Record<string, unknown> {
  const names = readdirSync(join(root, path)).filter((name) => name.endsWith('.yml'))
  return Object.fromEntries(
    names.sort().map((name) => [basename(name, '.yml'), parse(readFileSync(join(root, path, name), 'utf8'))]),
  )
}

/**
 * What a language reads of its lists when its first text comes (lib/locales/written.ts). Imported only here: it inflects by
 * inflect.json, which may have been written a moment ago.
 */
async function writtenOf(language: string): Promise<Written> {
  const { analyseIn, learned } = await import('../pipeline/analyse.ts')
  const { namesOf } = await import('../extract/municipalities/names.ts')
  const { stemsOf } = await import('../extract/municipalities/stems.ts')
  const { bookOf, localeOf } = await import('../locales/index.ts')
  const known = localeOf(language)
  if (!known) throw new Error(`No language ${language} in lib/locales/index.ts`)
  // Another object than the one of which something is written: it reads everything anew.
  const locale = { ...known }
  analyseIn(locale, { text: 'A', pages: [], marks: [] }, learned)
  return {
    book: JSON.stringify(bookOf(locale)),
    openings: JSON.stringify(namesOf(locale).openings),
    stems: JSON.stringify(stemsOf(locale)),
  }
}

/** The classifier of each language that has training passages. */
async function trainKinds(): Promise<Record<string, unknown>> {
  // Imported only here: it stems words by inflect.json, which may have been written a moment ago.
  const { Passages, train } = await import('../kind/train.ts')
  const languages = Object.entries(folder('../fixtures/training'))
  return Object.fromEntries(
    languages.map(([language, passages]) => [language, train(Passages.parse(passages), language)]),
  )
}

/** What tells one state of all lists from another: a hash over everything compiled before it. */
function digest(): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(targets))
    if (name !== 'lists.json') hash.update(current(join(import.meta.dirname, name)) ?? '')
  return `sha256-${hash.digest('hex').slice(0, 16)}`
}

/** Writes every target, or with `--check` only tells which are not what their sources say (exit status 1). */
async function main(check: boolean): Promise<void> {
  // What a new language will write is imported before it is there.
  const missing = Object.keys(targets)
    .map((name) => join(import.meta.dirname, name))
    .filter((path) => current(path) === undefined)
  if (!check) for (const path of missing) writeFileSync(path, 'null\n')
  for (const [name, build] of Object.entries(targets)) {
    const path = join(import.meta.dirname, name)
    const wanted = `${JSON.stringify(await build())}\n`
    if (current(path) === wanted) continue
    if (!check) writeFileSync(path, wanted)
    else {
      console.error(`lib/data/${name} is not what its sources say. Run: npm run data`)
      process.exitCode = 1
    }
  }
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

await main(process.argv.includes('--check'))
