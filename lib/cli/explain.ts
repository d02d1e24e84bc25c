import { type AnalysisRecord, DIMENSIONS, type Mention } from '../contract/index.ts'
import { inProcess } from '../pipeline/index.ts'
import { recordOf } from './analysis.ts'
import { command, UsageError } from './command.ts'
import { note, write } from './output.ts'

/** `stratlas explain FILE`: why the engine says what it says. */
export const explain = command({
  name: 'explain',
  usage: 'FILE',
  summary: 'Shows the text of a file with every mention, its rule and why it counts.',
  help: ['Below each line stand the mentions that begin in it: ⟨what⟩ “words” confidence rule: why.'],
  options: {},
  async run({ positionals: [path, ...others] }) {
    if (path === undefined || others.length > 0) throw new UsageError('Name one file.')
    const record = await recordOf(path, inProcess)
    for (const { code, message } of record.problems) note(`${code}: ${message}`)
    if (record.status === 'failed') return 1
    for (const line of explained(record)) await write(`${line}\n`)
    return 0
  },
})

interface Explained extends Mention {
  readonly what: string
}

/** The lines of the text, each with the mentions that begin in it. */
function* explained(record: AnalysisRecord): Generator<string> {
  const mentions = mentionsOf(record).sort((a, b) => a.start - b.start || a.end - b.end)
  let start = 0
  let next = 0
  for (const line of (record.text ?? '').split('\n')) {
    const end = start + line.length
    yield line
    for (let mention = mentions[next]; mention && mention.start <= end; mention = mentions[++next]) {
      yield `    ${wordsOf(mention)}`
    }
    start = end + 1
  }
}

const wordsOf = ({ what, text, confidence, rule, because }: Explained): string =>
  `⟨${what}⟩ “${text.replace(/\s+/gu, ' ')}” ${confidence.toFixed(2)} ${rule}: ${because}`

function mentionsOf(record: AnalysisRecord): Explained[] {
  return DIMENSIONS.flatMap((dimension) =>
    record[dimension].flatMap((claim) =>
      claim.mentions.map((mention) => ({ ...mention, what: `${dimension} ${nameOf(claim)}` })),
    ),
  )
}

type Claim = AnalysisRecord[(typeof DIMENSIONS)[number]][number]

function nameOf(claim: Claim): string {
  if ('targetGroups' in claim) return [claim.concept ?? `@${claim.label ?? ''}`, ...claim.targetGroups].join(' → ')
  if ('concept' in claim) return claim.concept ?? ''
  if ('edtf' in claim) return `${claim.role} ${claim.edtf}`
  if ('parent' in claim) return claim.id ?? `@${claim.name}`
  return `${claim.role} ${claim.id} ${claim.name}`
}
