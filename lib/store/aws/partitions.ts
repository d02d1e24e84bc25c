import { FIRST, type Partition, partitionKey, partitionPk } from './keys.ts'
import { type Item, type Table, values } from './table.ts'

/** Items asked for at once: listings filter, so a page of theirs may need several. */
const BATCH = 100

/** The partitions of GSI2, noted in the table before anything is listed in them. */
export class Partitions {
  readonly #table: Table
  readonly #known = new Set<string>()

  constructor(table: Table) {
    this.#table = table
  }

  /** Notes that a partition exists; answers its key. Writing it again changes nothing. */
  async register(partition: Partition): Promise<string> {
    const pk = partitionPk(partition)
    if (this.#known.has(pk)) return pk
    const { country, month } = partition
    await this.#table.write([{ put: { ...partitionKey(partition), country, month } }])
    this.#known.add(pk)
    return pk
  }

  /** The partitions of a list, of one country or all. */
  async list(list: Partition['list'], country: string | undefined): Promise<Partition[]> {
    const partitions: Partition[] = []
    for await (const item of this.#table.partition(partitionKey({ list, country: '', month: '' }).pk)) {
      const partition = { list, country: String(item['country']), month: String(item['month']) }
      if (country === undefined || partition.country === country) partitions.push(partition)
    }
    return partitions
  }

  /** How many items a partition has. */
  count(partition: Partition): Promise<number> {
    return this.#table.count({
      IndexName: 'GSI2',
      KeyConditionExpression: 'gsi2pk = :pk',
      ...values({ pk: partitionPk(partition) }),
    })
  }

  /** Items of a partition: downwards from `before`, or upwards from `after`; neither is included. */
  items(partition: Partition, from: { before: string } | { after: string }): AsyncGenerator<Item> {
    const isDown = 'before' in from
    return this.#table.query({
      IndexName: 'GSI2',
      KeyConditionExpression: `gsi2pk = :pk AND gsi2sk ${isDown ? '<' : '>'} :from`,
      ...values({ pk: partitionPk(partition), from: isDown ? from.before : from.after || FIRST }),
      ScanIndexForward: !isDown,
      Limit: BATCH,
    })
  }
}
