import { touching } from '../document.ts'
import { collect } from '../page.ts'
import type { Claim, Finding } from '../store.ts'
import type { AwsDocuments } from './documents.ts'
import { documentKey, FINDINGS, findingKey, type Key, municipalityPk, NOTES, noteKey } from './keys.ts'
import { type Item, nameOf, type Table } from './table.ts'

/** Finding keys in one note: some 100 KB of the 400 KB that an item may have. */
const NOTED = 1000

/**
 * The findings of a table. Which ones a worker writes is noted beside the document before it writes them. They count
 * once the document publishes their revision, so the one conditional write of `finish` decides between workers.
 */
export class AwsFindings {
  readonly #table: Table
  readonly #documents: AwsDocuments

  constructor(table: Table, documents: AwsDocuments) {
    this.#table = table
    this.#documents = documents
  }

  async replace(claim: Claim, findings: readonly Finding[]): Promise<string[] | undefined> {
    const { id, revision, owner } = claim
    const municipalities = findings.map((finding) => finding.municipality)
    // Read before the claim is checked: a worker that loses it later cannot know, and so not delete, what came after.
    const old = await this.#notes(id)
    const document = await this.#documents.change(id, touching(claim, municipalities))
    if (!document) return undefined
    const items = findings.map((item): Item => ({ ...findingKey({ ...item, document: id, revision }), revision, item }))
    const notes = notesOf(id, owner, items)
    await this.#table.write(notes.map((put) => ({ put })))
    await this.#table.write(items.map((put) => ({ put })))
    const kept = new Set([...items, ...notes].map(nameOf))
    const gone = [...old.flatMap(noted), ...old].filter((key) => !kept.has(nameOf(key)))
    // The notes come last: a break before leaves what is still to be deleted noted.
    for (const isNote of [false, true])
      await this.#table.write(gone.filter((key) => key.sk.startsWith(NOTES) === isNote).map((key) => ({ delete: key })))
    return [...document.touched]
  }

  async of(municipality: string): Promise<Finding[]> {
    const items = await collect(this.#table.partition(municipalityPk(municipality), FINDINGS))
    const found = items.map(({ item, revision }) => ({ finding: item as Finding, revision }))
    const published = await this.#documents.published([...new Set(found.map(({ finding }) => finding.document))])
    return found.flatMap(({ finding, revision }) => (published.get(finding.document) === revision ? [finding] : []))
  }

  /** Deletes all that hangs on a document, the document itself last so that a break can be mended. */
  async remove(id: string): Promise<void> {
    const { pk, sk } = documentKey(id)
    const items = await collect(this.#table.partition(pk))
    const others = items.filter((item) => item.sk !== sk)
    for (const keys of [others.flatMap(noted), others, [{ pk, sk }]])
      await this.#table.write(keys.map((key) => ({ delete: key })))
  }

  #notes(id: string): Promise<Item[]> {
    return collect(this.#table.partition(documentKey(id).pk, NOTES))
  }
}

/** The findings that a note names; none for what is no note. */
const noted = (item: Item): Key[] => (item.sk.startsWith(NOTES) ? (item['findings'] as Key[]) : [])

function notesOf(id: string, owner: string, items: readonly Key[]): Item[] {
  const notes: Item[] = []
  for (let i = 0; i < items.length; i += NOTED) {
    const findings = items.slice(i, i + NOTED).map(({ pk, sk }) => ({ pk, sk }))
    notes.push({ ...noteKey(id, owner, notes.length), findings })
  }
  return notes
}
