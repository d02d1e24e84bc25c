import { useEffect, useState } from 'preact/hooks'
import type { UploadReceipt, UploadTicket } from '../../lib/contract/index.ts'
import { hurry } from './live.ts'
import { problemOf, RequestError, request } from './request.ts'

/** One file on its way to the server. */
export interface Upload {
  readonly key: number
  readonly file: File
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused'
  /** Share of the bytes that are sent, 0 to 1. */
  readonly progress: number
  /** The document that the file is, once it is sent. */
  readonly document?: string
  /** These very bytes were known before. */
  readonly known?: boolean
  readonly error?: RequestError
}

/** So many files travel at a time. */
const ABREAST = 3

let uploads: readonly Upload[] = []
let keys = 0
const listeners = new Set<(uploads: readonly Upload[]) => void>()

/** Files sent since the page was opened, the first first. */
export function useUploads(): readonly Upload[] {
  const [shown, show] = useState(uploads)
  useEffect(() => {
    listeners.add(show)
    show(uploads)
    return () => void listeners.delete(show)
  }, [])
  return shown
}

/** Sends files to the server, a few at a time. */
export function upload(files: readonly File[]): void {
  set([...uploads, ...files.map((file) => ({ key: ++keys, file, state: 'waiting', progress: 0 }) satisfies Upload)])
  next()
}

/** Forgets the files that are sent or refused; their documents stay. */
export function clearUploads(): void {
  set(uploads.filter(({ state }) => state === 'waiting' || state === 'sending'))
}

function set(changed: readonly Upload[]): void {
  uploads = changed
  for (const listener of listeners) listener(uploads)
}

function change(key: number, part: Partial<Upload>): void {
  set(uploads.map((one) => (one.key === key ? { ...one, ...part } : one)))
}

function next(): void {
  const free = ABREAST - uploads.filter(({ state }) => state === 'sending').length
  for (const one of uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(free, 0))) {
    change(one.key, { state: 'sending' })
    void send(one).finally(next)
  }
}

async function send({ key, file }: Upload): Promise<void> {
  try {
    const body = JSON.stringify({ name: file.name, bytes: file.size, mediaType: file.type || undefined })
    const headers = { 'content-type': 'application/json' }
    const ticket: UploadTicket = JSON.parse(await request('/v1/uploads', { method: 'POST', headers, body }))
    const document = await idOf(file)
    const receipt = await post(ticket, file, (progress) => change(key, { progress }))
    change(key, { state: 'sent', progress: 1, document, known: receipt.isNew === false })
    hurry()
  } catch (error) {
    const told =
      error instanceof RequestError ? error : new RequestError('FILE_UNREADABLE', 'The browser cannot read it.')
    change(key, { state: 'refused', error: told })
  }
}

/** A document's id follows from its bytes: the first 20 hex digits of their SHA-256. */
async function idOf(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(hash)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 20)
}

/** Posts the form of a ticket. XMLHttpRequest, because fetch tells nothing of how far it is. */
function post(ticket: UploadTicket, file: File, tell: (share: number) => void): Promise<Partial<UploadReceipt>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
  form.append(ticket.file, file)
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open(ticket.method, ticket.url)
    sending.upload.onprogress = ({ loaded, total }) => tell(total ? loaded / total : 0)
    sending.onerror = () => reject(new RequestError('SERVER_UNREACHABLE', 'The connection broke. Drop the file again.'))
    sending.onload = () => {
      if (sending.status >= 300) reject(problemOf(sending.responseText, sending.status))
      // The cloud's storage answers nothing, the local server a receipt.
      else resolve(sending.responseText.startsWith('{') ? JSON.parse(sending.responseText) : {})
    }
    sending.send(form)
  })
}
