import type { Frame } from './frame.ts'

/** A picture, or a strip of one, as a PDF holds it: its bytes stay as they are in the file that they come from. */
export interface Strip {
  readonly height: number
  /** What the PDF says of it. */
  readonly entries: string
  readonly bytes: Uint8Array
}

/** Pixels of an inch of the page. */
const DPI = 200
const POINTS = 72

/** Names that PDF has for colours by how many numbers a pixel has. */
export const COLOURS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB' }

/** A picture as a PDF of one page, of which an inch has 200 of its pixels; the page paints the strips from top to bottom. */
export function pageOf(strips: readonly Strip[], { width, height, quarters }: Frame): Uint8Array<ArrayBuffer> {
  const scale = POINTS / DPI
  let top = height
  const painted = strips.map((strip, i) => {
    top -= strip.height
    return `q ${width * scale} 0 0 ${strip.height * scale} 0 ${top * scale} cm /I${i} Do Q`
  })
  const names = strips.map((_, i) => `/I${i} ${i + 5} 0 R`).join('')
  const box = `/MediaBox[0 0 ${width * scale} ${height * scale}]/Rotate ${quarters * 90}`
  return fileOf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [`<</Type/Page/Parent 2 0 R/Contents 4 0 R${box}/Resources<</XObject<<${names}>>>>>>`],
    streamOf('', encoded(painted.join('\n'))),
    ...strips.map(({ height: own, entries, bytes }) =>
      streamOf(`/Type/XObject/Subtype/Image/Width ${width}/Height ${own}${entries}`, bytes),
    ),
  ])
}

type Part = string | Uint8Array

const encoder = new TextEncoder()
const encoded = (part: Part): Uint8Array => (typeof part === 'string' ? encoder.encode(part) : part)

const streamOf = (entries: string, bytes: Uint8Array): Part[] => [
  `<<${entries}/Length ${bytes.length}>>stream\n`,
  bytes,
  '\nendstream',
]

/** Objects as a file, each where its table says. */
function fileOf(objects: readonly (readonly Part[])[]): Uint8Array<ArrayBuffer> {
  const parts = [encoded('%PDF-1.7\n')]
  let length = parts[0]?.length ?? 0
  const lines = objects.map((object, i) => {
    const line = `${String(length).padStart(10, '0')} 00000 n \n`
    for (const part of [`${i + 1} 0 obj\n`, ...object, '\nendobj\n'].map(encoded)) {
      parts.push(part)
      length += part.length
    }
    return line
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer<</Size ${size}/Root 1 0 R>>`
  return joined([...parts, encoded(`${table}\nstartxref\n${length}\n%%EOF`)])
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
