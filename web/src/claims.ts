import type { Dimension, DocumentReply, Mention } from '../../lib/contract/index.ts'
import type { Naming } from './labels.ts'
import { edtfWords, ROLE_WORDS } from './words.ts'

/** A claim of a document as its page shows it. */
export interface Claim {
  readonly key: string
  readonly dimension: Dimension
  readonly name: string
  /** Language of the name where it is not that of the page. */
  readonly lang: string | undefined
  /** What else is known: a role, the groups of a service. */
  readonly note: string
  readonly mentions: readonly Mention[]
}

/** Dimensions as the page of a document lists them. */
export const LISTED: readonly Dimension[] = ['services', 'targetGroups', 'periods', 'funders', 'municipalities']

type Part = Omit<Claim, 'key' | 'dimension'>

/** All claims of a record, named in the reader's language, dimension by dimension. */
export function claimsOf(record: DocumentReply, naming: Naming): Claim[] {
  const concept = (id: string | null, label: string | undefined) =>
    id === null
      ? { name: label ?? 'Unnamed', lang: record.language.code, notes: ['in no list of concepts'] }
      : { name: naming.concept(id), lang: naming.lang, notes: [] }
  const parts: Record<Dimension, Part[]> = {
    services: record.services.map(({ concept: id, label, targetGroups, mentions }) => {
      const { notes, ...named } = concept(id, label)
      const groups = targetGroups.length > 0 ? [`for ${targetGroups.map(naming.concept).join(', ')}`] : []
      return { ...named, note: [...notes, ...groups].join(' · '), mentions }
    }),
    targetGroups: record.targetGroups.map(({ concept: id, label, mentions }) => {
      const { notes, ...named } = concept(id, label)
      return { ...named, note: notes.join(), mentions }
    }),
    periods: record.periods.map(({ role, edtf, mentions }) => part(edtfWords(edtf), ROLE_WORDS[role], mentions)),
    funders: record.funders.map(({ name, type, mentions }) => part(name, type, mentions)),
    municipalities: record.municipalities.map(({ name, role, mentions }) =>
      part(name, role === 'subject' ? 'this document is about it' : 'mentioned', mentions),
    ),
  }
  return LISTED.flatMap((dimension) =>
    parts[dimension].map((claim, index) => ({ ...claim, dimension, key: `${dimension} ${index}` })),
  )
}

const part = (name: string, note: string, mentions: readonly Mention[]): Part => ({
  name,
  note,
  mentions,
  lang: undefined,
})

/** A mention with the claim that it proves. */
export interface Proof {
  readonly start: number
  readonly end: number
  readonly claim: Claim
  readonly mention: Mention
}

/** Mentions of all claims in reading order. */
export const proofsOf = (claims: readonly Claim[]): Proof[] =>
  claims
    .flatMap((claim) => claim.mentions.map((mention) => ({ start: mention.start, end: mention.end, claim, mention })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
