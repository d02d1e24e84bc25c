import { globSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { randomFrom } from './random.ts'

/** A file as it is uploaded. */
export interface Upload {
  readonly key: string
  readonly bytes: Buffer
}

/** What may be added to a file so that its bytes are new and its content the same. */
const NOTES: Readonly<Record<string, (n: number) => string>> = {
  '.pdf': (n) => `\n% ${n}\n`,
  '.html': (n) => `\n<!-- ${n} -->\n`,
  '.txt': (n) => `\n\n${n}\n`,
}

/** So many different documents, made of the samples of the project. */
export function goodUploads(count: number): Upload[] {
  const samples = globSync('fixtures/*/source.*')
    .filter((path) => extname(path) in NOTES)
    .sort()
    .map((path) => ({ path, bytes: readFileSync(path) }))
  return Array.from({ length: count }, (_, n) => {
    const { path, bytes } = samples[n % samples.length] ?? { path: '', bytes: Buffer.alloc(0) }
    const note = NOTES[extname(path)]?.(n) ?? ''
    return { key: `uploads/${keyOf(n)}/${n}${extname(path)}`, bytes: Buffer.concat([bytes, Buffer.from(note)]) }
  })
}

/** A file that reads well; the storm kills every process that has read it. */
export const KILLER: Upload = {
  key: `uploads/${keyOf(9000)}/killer.txt`,
  bytes: Buffer.from('Opština Požega planira pomoć u kući. Ovaj tekst ruši svaki proces.\n'),
}

/** Ten files of which nothing good can come, each in its own way. */
export function poison(): Upload[] {
  const random = randomFrom(10)
  const noise = Buffer.from(Array.from({ length: 4000 }, () => Math.floor(random() * 256)))
  const files: readonly [string, Buffer][] = [
    ['damaged.pdf', Buffer.from('%PDF-1.7 and nothing behind it')],
    ['cut.pdf', readFileSync('fixtures/rs-zajecar-strategy-2025/source.pdf').subarray(0, 900)],
    ['noise.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), noise])],
    ['photo.pdf', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise])],
    ['noise.bin', Buffer.concat([Buffer.from([0, 1, 2, 3]), noise])],
    ['empty.txt', Buffer.alloc(0)],
    ['empty.html', Buffer.from('<!doctype html><html><body></body></html>')],
    ['broken.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), noise])],
    ['blank.txt', Buffer.from(' \n \n\t\n')],
  ]
  return [...files.map(([name, bytes], i) => ({ key: `uploads/${keyOf(9100 + i)}/${name}`, bytes })), KILLER]
}

/** The folder that a ticket gives an upload. */
function keyOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}
