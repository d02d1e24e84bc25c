import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadModule } from 'cld3-asm'
import { eld } from 'eld/large'
import { franc } from 'franc'
import { detect as tinyld } from 'tinyld'
import { parse } from 'yaml'
import * as z from 'zod'
import { detect } from '../../lib/language/index.ts'
import { milliseconds, print } from './measure.ts'

const path = join(import.meta.dirname, '../language/texts.yml')
const texts = Object.entries(
  z.record(z.string(), z.array(z.string())).parse(parse(readFileSync(path, 'utf8'))),
).flatMap(([name, list]) => list.map((text) => ({ code: name.slice(0, name.indexOf('-')), text })))

/** Varieties of one language that most detectors do not try to tell apart. */
const BCMS = new Set(['sr', 'hr', 'bs', 'cnr', 'sh'])
const together = (code: string): string => (BCMS.has(code) ? 'hbs' : code)

/** ISO 639-3 codes of franc as ISO 639-1, where they do not begin alike. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ srp: 'sr', hrv: 'hr', bos: 'bs', pol: 'pl', slv: 'sl', ces: 'cs', slk: 'sk', ron: 'ro', hun: 'hu', als: 'sq' },
  ...{ eng: 'en', deu: 'de', mkd: 'mk', bul: 'bg', ukr: 'uk', rus: 'ru' },
}

/** Language detection beside other packages on the texts of test/language; theirs know no Montenegrin. */
export async function language(): Promise<void> {
  const cld3 = (await loadModule()).create(0, 1000)
  const detectors: Readonly<Record<string, (text: string) => string>> = {
    stratlas: (text) => detect(text).code,
    franc: (text) => SHORT[franc(text)] ?? 'und',
    eld: (text) => eld.detect(text).language,
    tinyld: (text) => tinyld(text),
    'cld3-asm': (text) => cld3.findLanguage(text).language.split('-')[0] ?? '',
  }
  const rows: (string | number)[][] = [['detector', 'texts', 'right %', 'right %, BCMS as one', 'ms/text']]
  for (const [name, code] of Object.entries(detectors)) {
    const said = texts.map((each) => ({ wanted: each.code, said: code(each.text) }))
    const exact = said.filter((each) => each.said === each.wanted).length
    const rough = said.filter((each) => together(each.said) === together(each.wanted)).length
    const time = await milliseconds(() => texts.map(({ text }) => code(text)), 3)
    const shares = [exact, rough].map((right) => (right / texts.length) * 100)
    rows.push([name, String(texts.length), ...shares, time / texts.length])
  }
  cld3.dispose()
  print('Language of short texts (test/language/texts.yml)', rows)
}
