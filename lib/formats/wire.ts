import { OPS, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { answerAt } from './pdfjs.ts'

/** What goes over a wire between the halves of pdf.js. A `chunk` is a piece of a page: items of text, or what is painted. */
interface Message {
  readonly action?: string
  readonly stream?: number
  readonly streamId?: number
  readonly reason?: unknown
  readonly chunk?: {
    readonly items?: unknown
    readonly fnArray?: readonly number[]
    readonly argsArray?: readonly unknown[]
  }
}

type Listener = (event: { readonly data: unknown }) => void

/** Fonts and pictures, which only one who paints needs. */
const UNSEEN: ReadonlySet<string | undefined> = new Set(['commonobj', 'obj'])
/** What is asked of a page and told of its painting: made for one use, so that it need not be copied. */
const FRESH: ReadonlySet<string | undefined> = new Set([
  'GetPage',
  'GetTextContent',
  'GetOperatorList',
  'StartRenderPage',
])
/** What is asked of a page beyond its text: its lines, and where they stand. */
const KEPT: ReadonlySet<number> = new Set([
  OPS.save,
  OPS.restore,
  OPS.transform,
  OPS.paintFormXObjectBegin,
  OPS.paintFormXObjectEnd,
  OPS.constructPath,
])

/** Pieces of text or paintings of a page at most: more are a bomb, and what is read of it ends there. */
const MOST = { items: 40_000, fnArray: 200_000 }
/** What is said where a page is cut short. */
export const ENDLESS = 'The page has no end.'

/** One end of a wire inside a thread. */
class End {
  readonly #listeners = new Set<Listener>()
  /** How much has gone over each stream. */
  readonly #counts = new Map<number, number>()
  #other: End | undefined

  join(other: End): void {
    this.#other = other
  }

  postMessage(message: Message, transfer?: Transferable[]): void {
    if (UNSEEN.has(message.action)) return
    this.#count(message)
    const data = copyOf(message, transfer)
    void Promise.resolve().then(() => this.#other?.hear({ data }))
  }

  /** Throws into the half that parses where a page goes on and on: nothing else stops it. */
  #count({ stream, streamId = 0, chunk }: Message): void {
    if (!stream || !chunk) return
    const kind = chunk.items ? 'items' : 'fnArray'
    const count = (this.#counts.get(streamId) ?? 0) + ((chunk[kind] as readonly unknown[] | undefined)?.length ?? 0)
    this.#counts.set(streamId, count)
    if (count > MOST[kind]) throw new RangeError(ENDLESS)
  }

  hear(event: { readonly data: unknown }): void {
    for (const listener of [...this.#listeners]) listener.call(this, event)
  }

  addEventListener(_: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener)
    signal?.addEventListener('abort', () => this.#listeners.delete(listener))
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener)
  }
}

/**
 * A worker for pdf.js in this thread. Its own copies all that it paints with, letter by letter, from one half to the other;
 * over this one text goes as it is, and of what is painted only lines.
 *
 *     new PDFParse({ data, worker: workerHere() })   // to be destroyed behind the parser
 */
export function workerHere(): PDFWorker {
  const [here, there] = [new End(), new End()]
  here.join(there)
  there.join(here)
  const worker = PDFWorker.create({ port: here as unknown as Worker, verbosity: 0 })
  answerAt(there)
  return worker
}

/** The sender goes on to write into its lists, not into what they hold. */
function copyOf(message: Message, transfer: Transferable[] = []): unknown {
  const { action, chunk, stream, reason } = message
  if (FRESH.has(action) || (stream && !chunk && !reason)) return message
  if (chunk?.items) return { ...message, chunk: { ...chunk } }
  if (!chunk?.fnArray) return structuredClone(message, { transfer })
  const fnArray: number[] = []
  const argsArray: unknown[] = []
  chunk.fnArray.forEach((operator, i) => {
    if (!KEPT.has(operator)) return
    fnArray.push(operator)
    argsArray.push(chunk.argsArray?.[i])
  })
  return { ...message, chunk: { ...chunk, fnArray, argsArray, length: fnArray.length } }
}
