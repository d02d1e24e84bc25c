import type { Dimension } from '../../contract/index.ts'
import { fold } from '../../text/index.ts'
import { countryOf } from '../country.ts'
import { positionOf } from '../document.ts'
import type { DocumentItem, ProfileItem } from '../store.ts'

/** Primary key of an item. */
export interface Key {
  readonly pk: string
  readonly sk: string
}

/** Country of documents that are not analysed yet or speak of no municipality. */
const NOWHERE = '-'

/** The first and the last string in the order of DynamoDB's sort keys (UTF-8 bytes); keys here are below the last. */
export const FIRST = '\u0000'
export const LAST = '\uffff'

/** Makes a part of a key free of the separator and of what sorts before it: `a#b` → `a%23b`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they would sort before the separator
const part = (words: string): string => words.replace(/[\u0000-#%]/g, (c) => encodeURIComponent(c).replace('!', '%21'))

/** `DOC#id / META`: the document. */
export const documentKey = (id: string): Key => ({ pk: `DOC#${id}`, sk: 'META' })

/** `DOC#id / KEYS#owner#n`: which findings a worker wrote, noted before it writes them, so that none is ever orphaned. */
export const noteKey = (id: string, owner: string, n: number): Key => ({ pk: `DOC#${id}`, sk: `${NOTES}${owner}#${n}` })
export const NOTES = 'KEYS#'

/** `FILE#key / HOLDER`: whose bytes lie under a key. */
export const holderKey = (key: string): Key => ({ pk: `FILE#${key}`, sk: 'HOLDER' })

/** `MUNI#m / F#dim#code#doc#revision`: a finding. The revision keeps late writers of an older one apart. */
export function findingKey(finding: {
  municipality: string
  dimension: Dimension
  code: string
  document: string
  revision: number
}): Key {
  const { municipality, dimension, code, document, revision } = finding
  return { pk: municipalityPk(municipality), sk: `${FINDINGS}${dimension}#${part(code)}#${document}#${revision}` }
}
export const FINDINGS = 'F#'

/** `MUNI#m / E#dim#code`: an edge. */
export const edgeKey = (municipality: string, dimension: Dimension, code: string): Key => ({
  pk: municipalityPk(municipality),
  sk: `${edgesPrefix(dimension)}${part(code)}`,
})

/** What the sort keys of a municipality's edges begin with, all or of one dimension. */
export const edgesPrefix = (dimension?: Dimension): string => (dimension ? `E#${dimension}#` : 'E#')

/** `MUNI#m / PROFILE`. */
export const profileKey = (municipality: string): Key => ({ pk: municipalityPk(municipality), sk: 'PROFILE' })

export const municipalityPk = (municipality: string): string => `MUNI#${municipality}`

/** GSI1 partition of a concept: all edges to it. */
export const conceptPk = (dimension: Dimension, code: string): string => `T#${dimension}#${part(code)}`

/** GSI1 position of an edge: by country, then municipality. */
export const edgePosition = (municipality: string): string => `${countryOf(municipality)}#${municipality}`

/** A GSI2 partition: documents of a country and month, or profiles of a country. */
export interface Partition {
  readonly list: 'L' | 'P'
  readonly country: string
  /** `2026-11` for documents, empty for profiles. */
  readonly month: string
}

/** `L#country#yyyy-mm` or `P#country`. */
export const partitionPk = ({ list, country, month }: Partition): string =>
  month ? `${list}#${country}#${month}` : `${list}#${country}`

/** `PARTITIONS#L / yyyy-mm#country`: which partitions exist, so that a list asks for no empty ones. */
export const partitionKey = ({ list, country, month }: Partition): Key => ({
  pk: `PARTITIONS#${list}`,
  sk: `${month}#${country}`,
})

/** Where a document is listed. */
export const documentPartition = ({ country, source }: Pick<DocumentItem, 'country' | 'source'>): Partition => ({
  list: 'L',
  country: country ?? NOWHERE,
  month: source.receivedAt.slice(0, 7),
})

/** Where a profile is listed. */
export const profilePartition = ({ country }: ProfileItem): Partition => ({ list: 'P', country, month: '' })

/** GSI2 position of a document: by arrival. */
export const documentPosition = positionOf

/** GSI2 position of a profile: by folded name. */
export const profilePosition = ({ name, municipality }: ProfileItem): string => `${fold(name)}#${municipality}`
