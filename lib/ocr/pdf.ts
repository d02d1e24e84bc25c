import { readFile } from 'node:fs/promises'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { StratlasError } from '../contract/index.ts'
import { pathIn } from './packages.ts'
import { MOST_PIXELS, type Picture } from './picture.ts'

/** Resolution at which pages are recognised: more takes longer and reads no better. Below the least, letters are lost. */
const DPI = 200
const LEAST_DPI = 100
const POINTS = 72
/** Of pdfium: eight bits of grey; annotations such as stamps are painted too. */
const GREY = 1
const WITH_ANNOTATIONS = 1
const WHITE = 255
/** Bytes that pages are painted in at most: a picture that claims to be larger than a scan is left out. */
const MOST_MEMORY = 288 * 2 ** 20
const BLOCK = 2 ** 16

/** Pages of a PDF as pictures. */
export interface Pages {
  /** The picture of a page, numbered from 1. Throws PAGE_TOO_LARGE. */
  picture(number: number): Picture
  close(): void
}

/** How pages are painted: in so many pixels at most, on paper of a grey that is white where nothing is said. */
export interface Painting {
  readonly most?: number
  readonly paper?: number
}

let started: Promise<WrappedPdfiumModule> | undefined

/** Opens a PDF to paint its pages. Throws PDF_DAMAGED. */
export async function openPages(bytes: Uint8Array, painting: Painting = {}): Promise<Pages> {
  started ??= start()
  const module = await started
  const { malloc, free } = module.pdfium.wasmExports
  const at = malloc(bytes.length)
  memoryOf(module).set(bytes, at)
  const document = at && module.FPDF_LoadMemDocument(at, bytes.length, '')
  if (!document) {
    free(at)
    throw new StratlasError('PDF_DAMAGED', 'The pages of the PDF could not be painted. Save it anew, then upload it.')
  }
  return {
    picture(number) {
      try {
        return paint({ module, document, ...painting }, number)
      } catch (error) {
        // What was in use when it broke off is never given back: the next file is painted elsewhere.
        if (error instanceof WebAssembly.RuntimeError) started = undefined
        throw error
      }
    },
    close() {
      module.FPDF_CloseDocument(document)
      free(at)
    },
  }
}

async function start(): Promise<WrappedPdfiumModule> {
  const path = pathIn('@embedpdf/pdfium/pdfium.wasm')
  if (!path) throw new Error('The file pdfium.wasm of @embedpdf/pdfium is missing. Run "npm ci".')
  const file = await readFile(path)
  const module = await init({ wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) })
  limit((module.pdfium.wasmExports as unknown as { readonly memory: WebAssembly.Memory }).memory)
  module.PDFiumExt_Init()
  return module
}

/** pdfium asks for more memory in blocks, and goes on without what it does not get. */
function limit(memory: WebAssembly.Memory): void {
  const grow = memory.grow.bind(memory)
  memory.grow = (blocks) => {
    if (memory.buffer.byteLength + blocks * BLOCK > MOST_MEMORY)
      throw new RangeError('This page takes too much memory.')
    return grow(blocks)
  }
}

/** The memory may have grown and moved since the last look. */
const memoryOf = ({ pdfium }: WrappedPdfiumModule): Uint8Array => (pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8

interface Opened extends Painting {
  readonly module: WrappedPdfiumModule
  readonly document: number
}

function paint({ module, document, most = MOST_PIXELS, paper = WHITE }: Opened, number: number): Picture {
  const page = module.FPDF_LoadPage(document, number - 1)
  if (!page) throw new Error(`pdfium cannot open page ${number}.`)
  try {
    const [width, height] = [module.FPDF_GetPageWidthF(page), module.FPDF_GetPageHeightF(page)]
    const dpi = Math.min(DPI, Math.sqrt(most / (width * height)) * POINTS)
    if (dpi < LEAST_DPI)
      throw new StratlasError(
        'PAGE_TOO_LARGE',
        `Page ${number} is too large to be read as a picture: a map or a poster.`,
      )
    const [columns, rows] = [width, height].map((side) => Math.max(1, Math.floor((side * dpi) / POINTS))) as [
      number,
      number,
    ]
    return { width: columns, height: rows, dpi, grey: pixelsOf(module, page, { width: columns, height: rows, paper }) }
  } finally {
    module.FPDF_ClosePage(page)
  }
}

interface Sheet extends Pick<Picture, 'width' | 'height'> {
  readonly paper: number
}

function pixelsOf(module: WrappedPdfiumModule, page: number, { width, height, paper }: Sheet): Uint8Array {
  const bitmap = module.FPDFBitmap_CreateEx(width, height, GREY, 0, 0)
  if (!bitmap) throw new Error('pdfium has no memory for a page.')
  try {
    module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, (0xff000000 | (paper * 0x010101)) >>> 0)
    module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS)
    const [start, stride] = [module.FPDFBitmap_GetBuffer(bitmap), module.FPDFBitmap_GetStride(bitmap)]
    const memory = memoryOf(module)
    const grey = new Uint8Array(width * height)
    for (let y = 0; y < height; y++)
      grey.set(memory.subarray(start + y * stride, start + y * stride + width), y * width)
    return grey
  } finally {
    module.FPDFBitmap_Destroy(bitmap)
  }
}
