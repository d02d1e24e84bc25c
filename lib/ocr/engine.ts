import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker as Thread } from 'node:worker_threads'
import tesseract, { type Block, type Worker } from 'tesseract.js'
import { StratlasError } from '../contract/index.ts'
import { pathIn } from './packages.ts'

/** Languages whose data are installed with the project: Croatian stands for Serbian in Latin script, Serbian for Cyrillic. */
const LANGUAGES = ['hrv', 'srp', 'pol'] as const
/**
 * What a page is read with. The order matters: with Serbian first, whose data name a companion that is not there, only
 * Cyrillic would be read.
 */
export type Languages = 'hrv+srp' | 'hrv' | 'pol' | 'hrv+srp+pol'

/** Longest that one reading of a page takes, in milliseconds; its engine is stopped where it does. */
const LONGEST = 60_000
/** Finds columns and tables, without trying which side is up. */
const WHOLE_PAGE = tesseract.PSM.AUTO

/** What was recognised in a picture. */
export interface Recognised {
  readonly blocks: readonly Block[]
  /** 0–1, the mean of the words. */
  readonly confidence: number
}

let running: Promise<Engine> | undefined

/** The engine of this thread, started where there is none. Throws OCR_DATA_MISSING. */
export function engineHere(): Promise<Engine> {
  running ??= Engine.start().catch((error: unknown) => {
    running = undefined
    throw error
  })
  return running
}

/** Recognises words in pictures, in a thread of its own that lives as long as this one, or until it takes too long. */
export class Engine {
  readonly #worker: Worker
  readonly #available: readonly string[]
  #languages = ''

  private constructor(worker: Worker, available: readonly string[]) {
    this.#worker = worker
    this.#available = available
    this.#threadOf().unref()
  }

  static async start(): Promise<Engine> {
    const files = LANGUAGES.map((code) => ({ code, path: fileOf(code) })).filter(({ path }) => path !== undefined)
    const codes = files.map(({ code }) => code)
    if (codes.length === 0) throw missing(LANGUAGES)
    // All data have to lie in one folder, and only until they are read.
    const folder = await mkdtemp(join(tmpdir(), 'stratlas-ocr-'))
    try {
      for (const { code, path = '' } of files) await copyFile(path, join(folder, `${code}.traineddata.gz`))
      const options = { langPath: folder, cacheMethod: 'none', errorHandler: () => undefined }
      const starting = tesseract.createWorker(codes.join('+'), tesseract.OEM.LSTM_ONLY, options)
      return new Engine(await within(LONGEST, starting), codes)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** Reads a picture file. Throws OCR_DATA_MISSING where no data of these languages are installed. */
  async read(file: Buffer, languages: Languages): Promise<Recognised> {
    await this.#speak(languages)
    const { data } = await this.#run((worker) => worker.recognize(file, {}, { text: false, blocks: true }))
    return { blocks: data.blocks ?? [], confidence: data.confidence / 100 }
  }

  /** A picture file of any format that is known, as a PNG of grey. */
  async greyOf(file: Buffer): Promise<Buffer> {
    const { data } = await this.#run((worker) => worker.recognize(file, {}, { text: false, imageGrey: true }))
    return Buffer.from(data.imageGrey?.split(',')[1] ?? '', 'base64')
  }

  async #speak(languages: Languages): Promise<void> {
    if (languages === this.#languages) return
    const wanted = languages.split('+')
    const lacking = wanted.filter((code) => !this.#available.includes(code))
    if (lacking.length) throw missing(lacking)
    await this.#run(async (worker) => {
      await worker.reinitialize(languages)
      await worker.setParameters({ tessedit_pageseg_mode: WHOLE_PAGE, user_defined_dpi: '200' })
    })
    this.#languages = languages
  }

  /** Keeps the process alive while something is being done, and not longer. */
  async #run<Value>(work: (worker: Worker) => Promise<Value>): Promise<Value> {
    const thread = this.#threadOf()
    thread.ref()
    try {
      return await within(LONGEST, work(this.#worker))
    } catch (error) {
      if (error instanceof StratlasError) await this.#stop()
      throw error
    } finally {
      thread.unref()
    }
  }

  async #stop(): Promise<void> {
    running = undefined
    await this.#worker.terminate()
  }

  #threadOf(): Thread {
    return (this.#worker as unknown as { readonly worker: Thread }).worker
  }
}

const fileOf = (code: string): string | undefined =>
  pathIn(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`)

const missing = (codes: readonly string[]): StratlasError =>
  new StratlasError('OCR_DATA_MISSING', `The language data ${codes.join(', ')} are not installed. Run "npm ci".`)

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>()
  const late = new StratlasError('TIMEOUT', `Recognition of a page took over ${milliseconds / 1000} s and was stopped.`)
  const timer = setTimeout(() => reject(late), milliseconds)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
