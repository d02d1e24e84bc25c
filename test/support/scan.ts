import { deflateSync } from 'node:zlib'
import { openPages } from '../../lib/ocr/pdf.ts'
import { type Picture, turned } from '../../lib/ocr/picture.ts'
import { pdfFile } from '../formats/pdf-file.ts'
import { pngWith } from './picture.ts'

/** The pages of a PDF as a scanner sees them, each turned by so many quarters. */
export async function picturesOf(bytes: Uint8Array, pages: readonly number[], quarters = 0): Promise<Picture[]> {
  const { picture, close } = await openPages(bytes)
  try {
    return pages.map((page) => turned(picture(page), quarters))
  } finally {
    close()
  }
}

/** A strip of a picture, from one share of its height to another. */
export function strip(picture: Picture, [from, to]: readonly [number, number]): Picture {
  const { width, height, grey } = picture
  const [top, bottom] = [Math.floor(height * from), Math.floor(height * to)]
  return { ...picture, height: bottom - top, grey: grey.slice(top * width, bottom * width) }
}

/** A picture that was laid askew by some degrees. */
export function askew(picture: Picture, degrees: number): Picture {
  const { width, height, grey } = picture
  const slope = Math.tan((degrees * Math.PI) / 180)
  const copy = new Uint8Array(grey.length).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.round(x + slope * (y - height / 2)), Math.round(y - slope * (x - width / 2))]
      if (column >= 0 && column < width && row >= 0 && row < height)
        copy[y * width + x] = grey[row * width + column] ?? 255
    }
  return { ...picture, grey: copy }
}

/** A PDF of pictures, one to a page, with a content over each; what is no picture is the content of a page as it stands. */
export function pictureFile(pictures: readonly (Picture | string)[], over = ''): Uint8Array {
  const kids = pictures.map((_, i) => `${4 + 3 * i} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pictures.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  pictures.forEach((picture, i) => {
    const [width, height] = typeof picture === 'string' ? [595, 842] : sizeOf(picture)
    const resources = `<</Font<</F1 3 0 R>>/XObject<</Im ${6 + 3 * i} 0 R>>>>`
    const box = `[0 0 ${width} ${height}]`
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents ${5 + 3 * i} 0 R/Resources${resources}>>`)
    objects.push(
      stream(
        '',
        Buffer.from(typeof picture === 'string' ? picture : `q ${width} 0 0 ${height} 0 0 cm /Im Do Q ${over}`),
      ),
    )
    objects.push(typeof picture === 'string' ? '<<>>' : imageOf(picture))
  })
  return pdfFile(objects)
}

const sizeOf = ({ width, height, dpi }: Picture): [number, number] => [(width * 72) / dpi, (height * 72) / dpi]

const stream = (entries: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${entries}/Length ${content.length}>>\nstream\n`), content, Buffer.from('\nendstream')])

const imageOf = ({ width, height, grey }: Picture): Buffer =>
  stream(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
    deflateSync(grey),
  )

/** A picture as PNG. */
export function pngOf({ width, height, grey }: Pick<Picture, 'width' | 'height' | 'grey'>): Buffer {
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) lines.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return pngWith([width, height, 8, 0], lines)
}

/** Pictures as the pages of one TIFF, not compressed. */
export function tiffOf(pictures: readonly Picture[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])]
  let at = 8
  let link: [part: Buffer, at: number] = [parts[0] ?? Buffer.alloc(0), 4]
  for (const { width, height, grey } of pictures) {
    const entries = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at],
      [277, 1],
      [278, height],
      [279, grey.length],
    ]
    const directory = Buffer.alloc(2 + 12 * entries.length + 4)
    directory.writeUInt16LE(entries.length)
    entries.forEach(([tag = 0, value = 0], i) => {
      directory.writeUInt16LE(tag, 2 + 12 * i)
      directory.writeUInt16LE(4, 4 + 12 * i)
      directory.writeUInt32LE(1, 6 + 12 * i)
      directory.writeUInt32LE(value, 10 + 12 * i)
    })
    const pad = Buffer.alloc(grey.length % 2)
    link[0].writeUInt32LE(at + grey.length + pad.length, link[1])
    link = [directory, directory.length - 4]
    parts.push(Buffer.from(grey), pad, directory)
    at += grey.length + pad.length + directory.length
  }
  return Buffer.concat(parts)
}
