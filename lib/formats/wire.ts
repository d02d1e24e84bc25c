import { OPS, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { answerAt } from './pdfjs.ts'

/** What goes over a wire between the halves of pdf.js. A `chunk` is some steps of the painting of a page. */
interface Message {
  readonly action?: string
  readonly data?: unknown
  readonly stream?: number
  readonly streamId?: number
  readonly reason?: unknown
  readonly chunk?: Chunk
}

interface Chunk {
  readonly lastChunk?: boolean
  readonly fnArray?: readonly number[]
  readonly argsArray?: readonly (readonly unknown[] | null)[]
}

type Listener = (event: { readonly data: unknown }) => void

/** What is asked of a page and told of its painting: made for one use, so that it need not be copied. */
const FRESH: ReadonlySet<string | undefined> = new Set(['GetPage', 'GetOperatorList', 'StartRenderPage', 'commonobj'])
/** What is asked of a page: its letters, its lines, and where they stand. */
const KEPT: ReadonlySet<number> = new Set([
  OPS.save,
  OPS.restore,
  OPS.transform,
  OPS.paintFormXObjectBegin,
  OPS.paintFormXObjectEnd,
  OPS.constructPath,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
  OPS.beginText,
  OPS.setGState,
  OPS.setFont,
  OPS.setCharSpacing,
  OPS.setWordSpacing,
  OPS.setHScale,
  OPS.setLeading,
  OPS.setTextRise,
  OPS.setTextMatrix,
  OPS.moveText,
  OPS.setLeadingMoveText,
  OPS.nextLine,
  OPS.showText,
])

/** Steps and letters of a page at most: more are a bomb, and what is read of it ends there. More paths are a drawing. */
const MOST = { steps: 250_000, letters: 400_000, paths: 60_000 }
/** The last step of a page that is cut short. */
export const CUT_SHORT = -1

/** One end of a wire inside a thread. */
class End {
  readonly #listeners = new Set<Listener>()
  readonly #pages = new Map<number, Page>()
  #other: End | undefined

  join(other: End): void {
    this.#other = other
  }

  postMessage(message: Message, transfer?: Transferable[]): void {
    if (isUnseen(message)) return
    const { stream, streamId = 0, chunk } = message
    const page = stream && chunk?.fnArray ? (this.#pages.get(streamId) ?? new Page()) : undefined
    if (page) this.#pages.set(streamId, page)
    const data = page && chunk ? { ...message, chunk: page.partOf(chunk) } : copyOf(message, transfer)
    void Promise.resolve().then(() => this.#other?.hear({ data }))
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

/** A page that goes over a wire in parts. */
class Page {
  #steps = 0
  #letters = 0
  #paths = 0

  /**
   * What is asked of a part. The sender goes on to write into its lists, not into what they hold. Throws where a page goes on
   * and on: nothing else stops the half that parses, which then sends its last part.
   */
  partOf(chunk: Chunk): Chunk & { readonly length: number } {
    const { fnArray: operators = [], argsArray: operands = [] } = chunk
    const fnArray: number[] = []
    const argsArray: (readonly unknown[] | null)[] = []
    this.#steps += operators.length
    for (let i = 0; i < operators.length; i++) {
      const operator = operators[i] ?? 0
      const args = operands[i] ?? null
      if (!this.#isKept(operator, args)) continue
      fnArray.push(operator)
      argsArray.push(args)
    }
    if (this.#steps > MOST.steps || this.#letters > MOST.letters) {
      if (!chunk.lastChunk) throw new RangeError('The page has no end.')
      fnArray.push(CUT_SHORT)
      argsArray.push(null)
    }
    return { ...chunk, fnArray, argsArray, length: fnArray.length }
  }

  #isKept(operator: number, args: readonly unknown[] | null): boolean {
    if (operator === OPS.showText && Array.isArray(args?.[0])) this.#letters += args[0].length
    return KEPT.has(operator) && (operator !== OPS.constructPath || ++this.#paths <= MOST.paths)
  }
}

/** Pictures and shapes of letters, which only one who paints needs. */
function isUnseen({ action, data }: Message): boolean {
  return action === 'obj' || (action === 'commonobj' && (data as readonly unknown[])[1] !== 'Font')
}

/**
 * A worker for pdf.js in this thread. Its own copies all that it paints with, letter by letter, from one half to the other;
 * over this one letters and lines go as they are, and nothing else of what is painted.
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

function copyOf(message: Message, transfer: Transferable[] = []): unknown {
  const { action, chunk, stream, reason } = message
  const isFresh = FRESH.has(action) || (stream && !chunk && !reason)
  return isFresh ? message : structuredClone(message, { transfer })
}
