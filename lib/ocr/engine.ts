import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker as Thread } from 'node:worker_threads'
import tesseract, { type Block, type Worker } from 'tesseract.js'
import { StratlasError } from '../contract/index.ts'
import { pathIn } from './packages.ts'

/**
 * What a page is read with: Croatian stands for Serbian in Latin script. The order matters: with Serbian first, whose data
 * name a companion that is not there, only Cyrillic would be read.
 */
export type Languages = 'hrv+srp' | 'hrv' | 'pol' | 'hrv+srp+pol'

/** Longest that it takes to start, to load data or to open a picture, in milliseconds; what takes longer is stopped. */
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

/** The engine of this thread, started where there is none. Throws OCR_DATA_MISSING where these languages have no data. */
export function engineHere(languages: Languages = 'hrv+srp'): Promise<Engine> {
  running ??= Engine.start(languages).catch((error: unknown) => {
    running = undefined
    throw error
  })
  return running
}

/** Recognises words in pictures, in a thread of its own that lives as long as this one, or until it takes too long. */
export class Engine {
  readonly #worker: Worker
  readonly #folder: string
  #languages: Languages | undefined

  private constructor(worker: Worker, folder: string) {
    this.#worker = worker
    this.#folder = folder
    this.#threadOf().unref()
  }

  static async start(languages: Languages): Promise<Engine> {
    const folder = await mkdtemp(join(tmpdir(), 'stratlas-ocr-'))
    const options = { langPath: folder, cacheMethod: 'none', errorHandler: () => undefined }
    const worker = await withData(languages, folder, () =>
      within(LONGEST, tesseract.createWorker(languages, tesseract.OEM.LSTM_ONLY, options)),
    )
    const engine = new Engine(worker, folder)
    await engine.#listen(languages)
    return engine
  }

  /**
   * Reads a picture file that fills its memory. Throws OCR_DATA_MISSING where data of these languages are not installed, and
   * TIMEOUT where it takes longer than it may, in milliseconds: this engine is then stopped, and cannot be used again.
   */
  async read(file: Buffer, languages: Languages, longest: number): Promise<Recognised> {
    await this.#speak(languages)
    const { data } = await this.#run(
      (worker) => worker.recognize(shared(file), {}, { text: false, blocks: true }),
      longest,
    )
    return { blocks: data.blocks ?? [], confidence: data.confidence / 100 }
  }

  /** A picture file of any format that is known, as a PNG of grey. */
  async greyOf(file: Buffer): Promise<Buffer> {
    const { data } = await this.#run((worker) => worker.recognize(file, {}, { text: false, imageGrey: true }))
    return Buffer.from(data.imageGrey?.split(',')[1] ?? '', 'base64')
  }

  async #speak(languages: Languages): Promise<void> {
    if (languages === this.#languages) return
    await withData(languages, this.#folder, () => this.#run((worker) => worker.reinitialize(languages)))
    await this.#listen(languages)
  }

  /** What is set is forgotten with each change of languages. */
  async #listen(languages: Languages): Promise<void> {
    await this.#run((worker) => worker.setParameters({ tessedit_pageseg_mode: WHOLE_PAGE, user_defined_dpi: '200' }))
    this.#languages = languages
  }

  /** Keeps the process alive while something is being done, and not longer. */
  async #run<Value>(work: (worker: Worker) => Promise<Value>, longest = LONGEST): Promise<Value> {
    const thread = this.#threadOf()
    thread.ref()
    try {
      return await within(longest, work(this.#worker))
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

/** A picture as it goes to the thread without a copy, where threads share its memory: a Buffer would be copied three times. */
const shared = ({ buffer }: Buffer): Buffer => buffer as unknown as Buffer

/**
 * Does something while the data of languages lie together in a folder. They are looked for beforehand: for what is missing
 * the engine would wait for ever.
 */
async function withData<Value>(languages: Languages, folder: string, work: () => Promise<Value>): Promise<Value> {
  const files = languages
    .split('+')
    .map((code) => ({ code, path: pathIn(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`) }))
  const missing = files.filter(({ path }) => path === undefined).map(({ code }) => code)
  if (missing.length > 0)
    throw new StratlasError(
      'OCR_DATA_MISSING',
      `The language data ${missing.join(', ')} are not installed. Run "npm ci".`,
    )
  await mkdir(folder, { recursive: true })
  try {
    for (const { code, path = '' } of files) await copyFile(path, join(folder, `${code}.traineddata.gz`))
    return await work()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>()
  const late = new StratlasError('TIMEOUT', 'Recognition of a page took too long and was stopped.')
  const timer = setTimeout(() => reject(late), milliseconds)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
