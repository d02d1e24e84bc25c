import { StratlasError } from '../contract/index.ts'
import { type Frame, framesOf } from '../pictures/frame.ts'
import { failedPage, type PagePart } from './part.ts'
import type { Reader } from './reader.ts'

/** A picture with a longer side, or more pixels in all, is no page but a map, a poster or a bomb: A4 at 600 dpi has 35 million. */
const LONGEST_SIDE = 20_000
const MOST_PIXELS = 50_000_000

const KINDS = { png: ['89504e470d0a1a0a'], jpeg: ['ffd8ff'], tiff: ['49492a00', '4d4d002a'] } as const
type Kind = keyof typeof KINDS

/** Pictures of pages: PNG, JPEG, and TIFF with all its pages. Their words are recognised, as those of scanned PDFs are. */
export const scans: readonly Reader[] = (['png', 'jpeg', 'tiff'] as const).map((kind) => ({
  name: 'scan',
  mediaType: `image/${kind}`,
  limit: 25 * 2 ** 20,
  recognises: (bytes) => isOf(kind, bytes),
  async read(bytes) {
    const frames = framesOf(bytes)
    if (frames.length === 0 || frames.some(({ width, height }) => width === 0 || height === 0))
      throw new StratlasError('IMAGE_DAMAGED', 'The picture is damaged or was cut off. Scan or download it again.')
    const [first] = frames
    if (frames.length === 1 && first && isTooLarge(first)) throw new StratlasError('PAGE_TOO_LARGE', tooLarge(1, first))
    return { title: '', pages: frames.map((frame, i) => pageOf(frame, i + 1)) }
  },
}))

const isOf = (kind: Kind, bytes: Uint8Array): boolean =>
  KINDS[kind].some((mark) => Buffer.from(bytes.subarray(0, mark.length / 2)).toString('hex') === mark)

const isTooLarge = ({ width, height }: Frame): boolean =>
  Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS

const tooLarge = (page: number, { width, height }: Frame): string =>
  `Page ${page} has ${width} × ${height} pixels, more than are read as a page. Save it at 300 dpi or less.`

function pageOf(frame: Frame, number: number): PagePart {
  if (isTooLarge(frame)) return failedPage(number, { code: 'PAGE_TOO_LARGE', message: tooLarge(number, frame) })
  return { ...failedPage(number, { code: 'NO_TEXT', message: noTextOn(number) }), grade: 'poor', isPicture: true }
}

/** What to say of a page without words. */
export const noTextOn = (page: number): string => `No text was found on page ${page}. Look whether it should have some.`
