import type { Picture } from './picture.ts'

/** Where a point of a picture stands in another. */
export type Place = (x: number, y: number) => readonly [x: number, y: number]

/** Where a point that was laid level stood before. */
export function askewBy(slope: number, { width, height }: Pick<Picture, 'width' | 'height'>): Place {
  const [cos, sin, left, top] = [Math.cos(slope), Math.sin(slope), width / 2, height / 2]
  return (x, y) => [cos * (x - left) - sin * (y - top) + left, sin * (x - left) + cos * (y - top) + top]
}

/** The page that a picture was made of: how large it is, in pixels of the picture, and where points of the picture stand on it. */
export function originOf({
  width,
  height,
  slope = 0,
  turn = 0,
}: Picture): Pick<Picture, 'width' | 'height'> & { place: Place } {
  const size = turn % 2 ? { width: height, height: width } : { width, height }
  const before = askewBy(slope, size)
  const back: Place = (x, y) =>
    [
      [x, y] as const,
      [y, size.height - x] as const,
      [size.width - x, size.height - y] as const,
      [size.width - y, x] as const,
    ][turn] ?? [x, y]
  return { ...size, place: (x, y) => before(...back(x, y)) }
}
