import type { Holder } from '../store.ts'
import { holderKey } from './keys.ts'
import type { Table } from './table.ts'

/** The keys of a table's files, each with the document whose bytes were put there last. */
export class AwsFiles {
  readonly #table: Table

  constructor(table: Table) {
    this.#table = table
  }

  async holder(key: string): Promise<Holder | undefined> {
    return (await this.#table.get(holderKey(key)))?.['item'] as Holder | undefined
  }

  hold(key: string, item: Holder, known: Holder | undefined): Promise<boolean> {
    return this.#table.putIf({ ...holderKey(key), version: item.order, item }, known?.order)
  }

  async forget(key: string, document: string): Promise<void> {
    if ((await this.holder(key))?.document === document) await this.#table.write([{ delete: holderKey(key) }])
  }
}
