// @ts-expect-error pdfjs-dist has no types for its worker
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/**
 * Makes pdf.js run where there is no browser and no native canvas: it names these classes while it loads, and uses
 * them only to paint. The worker is given to it as a module, because a bundle has no worker file to load.
 */
class Matrix {
  readonly values: readonly number[]

  constructor(values: readonly number[] = [1, 0, 0, 1, 0, 0]) {
    this.values = values
  }
}

const scope: Record<string, unknown> = globalThis as never
scope.DOMMatrix ??= Matrix
scope.ImageData ??= class ImageData {}
scope.Path2D ??= class Path2D {}
scope.FontFace ??= class FontFace {}
scope.pdfjsWorker ??= worker

/** Lets the half of pdf.js that parses answer at one end of a wire. */
export const answerAt = (port: unknown): void => worker.WorkerMessageHandler.initializeFromPort(port)
