import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Lines of a stack that are told. */
const FRAMES = 8

/** Where a frame is in a bundle: `…/index.mjs:12:345`. */
const PLACE = /[^\s()]*index\.mjs:(\d+):(\d+)/

/**
 * Lines of an error's stack, without the message before them, which may quote a document: `at read (lib/formats/pdf.ts:40:11)`.
 * The bundle's source map is opened here, at the first error: Node's own `--enable-source-maps` reads it at every start.
 */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return frames.slice(0, FRAMES).map((line) => line.trim().replace(PLACE, located))
}

/** Where a place in the bundle comes from; itself where that is not known. */
function located(place: string, line: string, column: string): string {
  const origin = mapHere()?.findOrigin(Number(line), Number(column))
  return origin && 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : place
}

let map: SourceMap | undefined

/** The source map beside this very module, where it is bundled. */
function mapHere(): SourceMap | undefined {
  const path = `${fileURLToPath(import.meta.url)}.map`
  if (!map && existsSync(path)) map = new SourceMap(JSON.parse(readFileSync(path, 'utf8')))
  return map
}
