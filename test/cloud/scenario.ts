import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { UploadTicket } from '../../lib/contract/index.ts'
import { addCrowd } from './bulk.ts'
import type { Cloud } from './cloud.ts'
import { scans } from './scans.ts'
import { ACCOUNT } from './template.ts'

/** The document that the scenario follows, and a second one in another country. */
export const FIRST = readFileSync('fixtures/rs-pozega-strategy-2021/source.html')
const SECOND = readFileSync('fixtures/pl-ruda-slaska-news-2014/source.html')
const UNREADABLE = Buffer.from('%PDF-1.7 and then nothing that a reader could use')
/** What lies under one key, one after the other. */
export const REPLACED = ['Opština Požega', 'Opština Požega, drugi put'].map((words) => Buffer.from(words))
const CROWD = 2100
const GONE = Buffer.from('%PDF-1.4 that is removed while it is read')

export const idOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 20)

/** A resource of the model by the begin of its name: `uploads…`, `Extract…`. */
export const named = (names: readonly string[], begin: string): string =>
  names.find((name) => name.startsWith(begin)) ?? ''

/** Acts as people and other services do, so often and in such ways that every permission of every role is needed. */
export class Scenario {
  readonly #cloud: Cloud
  readonly #uploads: string
  readonly #derived: string
  /** Id that the ticket of the first upload gave it. */
  upload = ''
  /** The documents of the file that was replaced, after each change of it. */
  readonly replacedBy: object[][] = []

  constructor(cloud: Cloud) {
    this.#cloud = cloud
    this.#uploads = named(cloud.model.buckets, 'uploads')
    this.#derived = named(cloud.model.buckets, 'derived')
  }

  /** From a ticket to a comparison, then everything that can happen to a document later. */
  async run(): Promise<void> {
    await this.uploadByTicket(FIRST, 'Strategija Požega+.html')
    await this.put('uploads/pl/news.html', SECOND)
    await this.put('uploads/rs/damaged.pdf', UNREADABLE)
    await this.#cloud.pump.settle()
    await this.reads()
    await this.put('uploads/rs/the same again.html', FIRST)
    await this.send('Read', { key: 'uploads/rs/never-uploaded.txt' })
    await this.request('POST', `/v1/documents/${idOf(FIRST)}/reanalyse`)
    await this.#cloud.pump.settle()
    await this.lostText()
    await this.orphans()
    await this.lostSource()
    await this.replaced()
    await scans(this, this.#cloud)
    await this.crowd()
    await this.request('DELETE', `/v1/documents/${idOf(FIRST)}`)
    await this.#cloud.pump.settle()
  }

  /** What a browser does: asks for a ticket, then sends the file as a form. */
  async uploadByTicket(bytes: Buffer, name: string): Promise<number> {
    const { json } = await this.request('POST', '/v1/uploads', { name, bytes: bytes.length })
    const ticket = UploadTicket.safeParse(json)
    if (!ticket.success) return 0
    const { url, fields, file } = ticket.data
    this.upload = fields['key']?.split('/')[1] ?? ''
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append(file, new Blob([new Uint8Array(bytes)]), name)
    return (await fetch(url, { method: 'POST', body: form })).status
  }

  request = (method: string, path: string, body?: unknown) => this.#cloud.request(path, { method, signed: true, body })

  async put(Key: string, Body: Buffer): Promise<void> {
    await this.#cloud.clients.s3.send(new PutObjectCommand({ Bucket: this.#uploads, Key, Body }))
  }

  async send(queue: string, body: unknown): Promise<void> {
    const name = named(
      this.#cloud.model.queues.map((one) => one.name),
      `${queue}Queue`,
    )
    const QueueUrl = `${this.#cloud.endpoint}/${ACCOUNT}/${name}`
    await this.#cloud.clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }))
  }

  /** Every kind of read that the API offers. */
  async reads(): Promise<void> {
    const id = idOf(FIRST)
    for (const path of [
      '/v1/documents',
      `/v1/documents/${id}`,
      `/v1/documents/${id}/text`,
      `/v1/documents/${id}/source`,
      '/v1/municipalities',
      '/v1/compare?municipality=rs-70955&municipality=pl-247201',
      '/v1/services/home-care/municipalities',
      '/v1/export?format=csv',
      '/v1/stats',
    ])
      await this.#cloud.request(path)
  }

  /** A job for a text that is not there is sent back to the reader. */
  async lostText(): Promise<void> {
    const id = idOf(SECOND)
    await this.#cloud.clients.s3.send(
      new DeleteObjectCommand({ Bucket: this.#derived, Key: `derived/${id}/1/text.json` }),
    )
    await this.#cloud.request(`/v1/documents/${id}/text`)
    await this.send('Extract', { id, revision: 1 })
    await this.#cloud.pump.settle()
  }

  /** What was derived from documents that are removed meanwhile is swept away. */
  async orphans(): Promise<void> {
    const [text, pages] = ['0'.repeat(20), '1'.repeat(20)]
    for (const id of [text, pages]) await this.#derive(id)
    await this.send('Extract', { id: text, revision: 1 })
    await this.send('Ocr', { id: pages, revision: 1, pages: [1] })
    const { gateway, clients, model } = this.#cloud
    const pk = `DOC#${idOf(GONE)}`
    gateway.intercept = async (call, forward) => {
      const reply = await forward()
      const item = call.input['Item'] as { pk?: { S?: string } } | undefined
      if (call.action !== 'dynamodb:PutItem' || item?.pk?.S !== pk || call.caller === 'harness') return reply
      const Key = { pk: { S: pk }, sk: { S: 'META' } }
      await clients.dynamo.send(new DeleteItemCommand({ TableName: model.tables[0]?.name, Key }))
      await this.#derive(idOf(GONE))
      return reply
    }
    await this.put('uploads/rs/gone.pdf', GONE)
    await this.#cloud.pump.settle()
    gateway.intercept = (_call, forward) => forward()
  }

  async lostSource(): Promise<void> {
    await this.#cloud.clients.s3.send(new DeleteObjectCommand({ Bucket: this.#uploads, Key: 'uploads/pl/news.html' }))
    await this.#cloud.request(`/v1/documents/${idOf(SECOND)}/source`)
    await this.put('uploads/pl/news.html', SECOND)
    await this.#cloud.pump.settle()
  }

  /** A file is overwritten by hand, then deleted by hand. */
  async replaced(): Promise<void> {
    const [Bucket, Key] = [this.#uploads, 'uploads/rs/replaced.txt']
    const { clients } = this.#cloud
    for (const Body of [...REPLACED, undefined]) {
      if (Body) await this.put(Key, Body)
      else await clients.s3.send(new DeleteObjectCommand({ Bucket, Key }))
      await this.#cloud.pump.settle()
      // A role that lacks an action may not answer.
      const { items = [] } = (await this.#cloud.request('/v1/documents')).json as { items?: { name: string }[] }
      this.replacedBy.push(items.filter(({ name }) => name === 'replaced.txt'))
    }
  }

  /** More documents than are counted while someone waits: the nightly export counts them. */
  async crowd(): Promise<void> {
    await addCrowd(this.#cloud, CROWD)
    await this.send('Export', { run: '2026-11-22T02:00:00Z' })
    await this.#cloud.pump.settle()
    await this.#cloud.request('/v1/stats')
  }

  async #derive(id: string): Promise<void> {
    const input = { Bucket: this.#derived, Key: `derived/${id}/1/text.json`, Body: '{}' }
    await this.#cloud.clients.s3.send(new PutObjectCommand(input))
  }
}
