import { createRequire } from 'node:module'

const here = createRequire(import.meta.url)

/** Path of a file of an installed package: `pathIn('@embedpdf/pdfium/pdfium.wasm')`; undefined where it is not installed. */
export function pathIn(name: string): string | undefined {
  try {
    return here.resolve(name)
  } catch {
    return undefined
  }
}
