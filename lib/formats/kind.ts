import { namesIn } from './archive.ts'
import { isCompound } from './compound.ts'

/** Bytes at the beginning in which a format shows itself. */
const HEAD = 4096
/** Lines that must agree for a text to be a table of values, by the sign that parts the values. */
const ROWS: readonly (readonly [sign: string, least: number])[] = [
  [';', 3],
  [',', 5],
]

const ARCHIVES: readonly (readonly [part: RegExp, name: string])[] = [
  [/^xl\//u, 'an Excel workbook (XLSX)'],
  [/^ppt\//u, 'a PowerPoint presentation (PPTX)'],
  [/^visio\//u, 'a Visio drawing (VSDX)'],
  [/^Index\/|\.iwa$/u, 'an Apple iWork document (Pages, Numbers, Keynote)'],
  [
    /\.(?:pdf|docx?|odt|rtf|html?|txt|jpe?g|png|tiff?)$/iu,
    'a ZIP archive of files, each of which can be uploaded by itself',
  ],
]
const MIMETYPES: readonly (readonly [type: string, name: string])[] = [
  ['application/epub+zip', 'an e-book (EPUB)'],
  ['opendocument.spreadsheet', 'an OpenDocument spreadsheet (ODS)'],
  ['opendocument.presentation', 'an OpenDocument presentation (ODP)'],
  ['opendocument.graphics', 'an OpenDocument drawing (ODG)'],
]
const COMPOUNDS: readonly (readonly [stream: string, name: string])[] = [
  ['Workbook', 'an old Excel workbook (XLS)'],
  ['Book', 'an old Excel workbook (XLS)'],
  ['PowerPoint Document', 'an old PowerPoint presentation (PPT)'],
  ['__properties_version1.0', 'an Outlook message (MSG)'],
]
const TEXTS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/iu, 'an SVG drawing'],
  [/^<\?xml[^>]*>(?![\s\S]*<(?:html|body)[\s>])/iu, 'an XML file'],
  [
    /(?<![\s\S])(?=[\s\S]{0,2000}?^(?:MIME-Version|Message-ID|Return-Path|Content-Type): )(?:[A-Z][\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){2,}/mu,
    'a saved message or web archive (EML, MHTML)',
  ],
  [/^[[{]\s*(?:"[^"\n]*"\s*:|[{[])/u, 'a JSON file'],
]

/**
 * Names what a file of a known container or notation holds, by its content: `an Excel workbook (XLSX)` for a ZIP with
 * `xl/` in it; undefined for all others.
 */
export function kindOf(bytes: Uint8Array): string | undefined {
  const names = namesIn(bytes)
  if (names.length) return kindOfArchive(bytes, names)
  if (isCompound(bytes)) return COMPOUNDS.find(([stream]) => holds(bytes, stream))?.[1]
  const head = Buffer.from(bytes.subarray(0, HEAD))
    .toString('latin1')
    .replace(/^(?:ï»¿)?\s+/u, '')
    .replaceAll('\r', '')
  if (head.slice(4, 8) === 'ftyp') return 'a video or a HEIC picture'
  return TEXTS.find(([start]) => start.test(head))?.[1] ?? (isValues(head) ? 'a table of values (CSV)' : undefined)
}

function kindOfArchive(bytes: Uint8Array, names: readonly string[]): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return (
    MIMETYPES.find(([type]) => head.includes(type))?.[1] ??
    ARCHIVES.find(([part]) => names.some((name) => part.test(name)))?.[1]
  )
}

const holds = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${stream}\0`, 'utf16le'))

/** Does every line have the same two signs or more that part values? A text never does. */
function isValues(head: string): boolean {
  const lines = head
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.trim())
  return ROWS.some(([sign, least]) => {
    const counts = new Set(lines.map((line) => line.replace(/"[^"]*"/gu, '').split(sign).length - 1))
    const [count = 0] = counts
    return lines.length >= least && counts.size === 1 && count > 1
  })
}
