import { readFile, stat } from 'node:fs/promises'
import { type AnalysisRecord, type Problem, type Source, StratlasError } from '../contract/index.ts'
import { blankRecord } from '../pipeline/blank.ts'
import { idOfHash, readWhole, sha256, type Told, type Workbench } from '../pipeline/index.ts'
import { pathError } from './files.ts'

/**
 * The record of one file. What cannot be read is a record with `status: "failed"` and the reason among its problems.
 * `tell` hears of its scanned pages.
 */
export async function recordOf(path: string, workbench: Workbench, tell?: Told): Promise<AnalysisRecord> {
  const { bytes, received } = await load(path)
  const source: Source = {
    key: path,
    mediaType: 'application/octet-stream',
    bytes: bytes.length,
    sha256: sha256(bytes),
    receivedAt: received.toISOString(),
  }
  try {
    const { reader, mediaType, reading, problems } = await readWhole(workbench, bytes, tell)
    const { record } = await workbench.analyse({ reading, problems, source: { ...source, reader, mediaType } })
    return record
  } catch (error) {
    const id = idOfHash(source.sha256)
    return { ...blankRecord({ id, source, status: 'failed' }), problems: [problemOf(error)] }
  }
}

async function load(path: string): Promise<{ bytes: Uint8Array; received: Date }> {
  try {
    return { bytes: await readFile(path), received: (await stat(path)).mtime }
  } catch (error) {
    throw pathError(path, error)
  }
}

const problemOf = (error: unknown): Problem =>
  error instanceof StratlasError
    ? { code: error.code, message: error.message }
    : { code: 'UNEXPECTED', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }

/**
 * Works on several at once and answers in the order of the input: the next result is waited for while those behind it
 * are being worked on.
 */
export async function* inOrder<Input, Output>(
  inputs: AsyncIterable<Input> | Iterable<Input>,
  atOnce: number,
  work: (input: Input) => Promise<Output>,
): AsyncGenerator<Output> {
  const running: Promise<Output>[] = []
  for await (const input of inputs) {
    const promise = work(input)
    // Whoever waits for it sees the failure; until then it is not an unhandled one.
    promise.catch(() => undefined)
    running.push(promise)
    if (running.length >= atOnce) yield await (running.shift() as Promise<Output>)
  }
  for (const promise of running) yield await promise
}
