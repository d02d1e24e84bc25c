import { getDocument, PDFWorker, version } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { framesOf } from '../../lib/pictures/frame.ts'
import { tiffPage } from '../../lib/pictures/tiff-page.ts'

/** A file whose pages can be drawn. */
export interface Drawing {
  readonly pages: number
  /** Draws a page, numbered from 1, so many pixels wide. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>
  close(): void
}

/** Pixels of a canvas at most: more than these some browsers leave empty. */
const MOST_PIXELS = 16_000_000

/** Opens a PDF, PNG, JPEG or TIFF to draw its pages. */
export async function openDrawing(bytes: ArrayBuffer, mediaType: string): Promise<Drawing> {
  if (mediaType === 'application/pdf') return openPdf(bytes)
  return mediaType === 'image/tiff'
    ? openTiff(new Uint8Array(bytes))
    : openPicture(new Blob([bytes], { type: mediaType }))
}

/** Documents are hostile: a PDF is parsed in a thread of its own, runs nothing, and asks for nothing from elsewhere. */
async function openPdf(bytes: ArrayBuffer): Promise<Drawing> {
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port: thread }),
    isEvalSupported: false,
    // The policy of the page allows no WebAssembly; pictures in JPEG 2000 are read by a script of this origin.
    useWasm: false,
    wasmUrl: new URL(`/pdfjs/${version}/`, location.href).href,
    maxImageSize: 80_000_000,
    verbosity: 0,
  })
  const close = () => {
    void task.destroy().catch(() => undefined)
    thread.terminate()
  }
  const file = await task.promise.catch((error: unknown) => {
    close()
    throw error
  })
  return {
    pages: file.numPages,
    async draw(number, canvas, width) {
      const page = await file.getPage(number)
      const whole = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: fitted(whole, width) })
      Object.assign(canvas, sizeOf(viewport))
      await page.render({ canvas, viewport }).promise
      page.cleanup()
    },
    close,
  }
}

/** Browsers do not know TIFF: each of its pictures is drawn as a PDF, as it was read. */
function openTiff(bytes: Uint8Array): Drawing {
  const frames = framesOf(bytes)
  return {
    pages: frames.length,
    async draw(number, canvas, width) {
      const frame = frames[number - 1]
      const page = frame && tiffPage(bytes, frame)
      if (!page) throw new Error('This picture is packed in an unusual way.')
      const { draw, close } = await openPdf(page.buffer)
      await draw(1, canvas, width).finally(close)
    },
    close: () => undefined,
  }
}

async function openPicture(file: Blob): Promise<Drawing> {
  const picture = await createImageBitmap(file)
  return {
    pages: 1,
    async draw(_, canvas, width) {
      const scale = Math.min(1, fitted(picture, width))
      const size = sizeOf({ width: picture.width * scale, height: picture.height * scale })
      Object.assign(canvas, size)
      const context = canvas.getContext('2d')
      if (context) context.imageSmoothingQuality = 'high'
      context?.drawImage(picture, 0, 0, size.width, size.height)
    },
    close: () => picture.close(),
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

const fitted = (page: Size, width: number): number =>
  Math.min(width / page.width, Math.sqrt(MOST_PIXELS / (page.width * page.height)))

const sizeOf = ({ width, height }: Size): Size => ({
  width: Math.max(1, Math.floor(width)),
  height: Math.max(1, Math.floor(height)),
})
