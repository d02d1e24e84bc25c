import { globSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { expect, test } from 'vitest'
import { analyse } from '../../lib/pipeline/analyse.ts'
import { normalize } from '../../lib/text/index.ts'

const GOLD = join(import.meta.dirname, '../corpus/documents')
const SOURCE = { key: '', mediaType: 'text/plain', bytes: 0, sha256: '0'.repeat(64), receivedAt: '' }
const DOCUMENTS = 25
const TIMES = 4
/** So much more than the text may the work grow, for bisection. What is quadratic grows by TIMES. */
const SLACK = 1.5
/** What runs less often than this is no matter. */
const OFTEN = 20_000

// Calls that V8 writes into their callers would not be counted.
setFlagsFromString('--no-opt')

/** Documents of one language one behind the other, and that again so many times. */
function textOf(language: string, times: number): string {
  const paths = globSync(join(GOLD, language, '*.txt'))
    .sort()
    .slice(0, DOCUMENTS)
  const once = paths.map((path) => readFileSync(path, 'utf8')).join('\n\n')
  return normalize(Array.from({ length: times }, () => once).join('\n\n'))
}

/** Counts how often each piece of the engine's code runs while it analyses a text: `lib/text/span.ts at:120-180` → 5210. */
async function counter(): Promise<{ count(text: string): Promise<Map<string, number>>; close(): void }> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    async count(text) {
      await session.post('Profiler.takePreciseCoverage')
      analyse({ reading: { text, pages: [], marks: [] }, source: SOURCE, problems: [] })
      const { result } = await session.post('Profiler.takePreciseCoverage')
      return new Map(
        result
          .filter(({ url }) => url.includes('/lib/') && !url.includes('/node_modules/'))
          .flatMap(({ url, functions }) =>
            functions.flatMap(({ functionName, ranges }) =>
              ranges.map(({ startOffset, endOffset, count }): [string, number] => [
                `${url.slice(url.lastIndexOf('/lib/') + 1)} ${functionName}:${startOffset}-${endOffset}`,
                count,
              ]),
            ),
          ),
      )
    },
    close: () => session.disconnect(),
  }
}

/** A list of groups and services in which no sentence ends. */
const endless = (times: number): string =>
  `Gmina Nowe: ${'prowadzi usługi opiekuńcze dla seniorów i dzienny dom dla osób z niepełnosprawnościami oraz dożywia dzieci a także '.repeat(times * 100)}`

test.each([
  ['documents in Serbian', (times: number) => textOf('sr', times)],
  ['documents in Polish', (times: number) => textOf('pl', times)],
  ['a text without full stops', endless],
])('four times the text is four times the work, in every piece of code: %s', async (_, text) => {
  const work = await counter()
  // The first analysis also loads lists.
  await work.count(text(1))
  const once = await work.count(text(1))
  const often = await work.count(text(TIMES))
  // On a busy machine V8 now and then leaves out a piece that ran: it is counted on both sides of the longer text, and one
  // that is told of neither time cannot be compared.
  const again = await work.count(text(1))
  work.close()
  expect(once.size).toBeGreaterThan(500)
  const grown = [...often].flatMap(([piece, count]) => {
    const before = Math.max(once.get(piece) ?? 0, again.get(piece) ?? 0)
    return count > OFTEN && before > 0 && count > before * TIMES * SLACK ? [`${piece}: ${before} → ${count}`] : []
  })
  expect(grown).toEqual([])
})
