import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { CUT_SHORT } from './wire.ts'

/** From the space that something is painted in to the page as a viewer shows it: points, y downwards. */
export type Matrix = readonly number[]

/** What a page paints: operators with what each is given, one behind the other. */
export interface Painting {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly start: Matrix
  readonly operators: number[]
  readonly operands: (Operands | null)[]
  readonly fonts: ReadonlyMap<string, Font>
  /** There was more than can be read. */
  readonly isCutShort: boolean
}

export type Operands = readonly unknown[]

/** What an operator is given that is given nothing. */
export const NONE: Operands = []

/** How large letters of a font are in their size. */
export interface Font {
  /** A unit of their widths: mostly a thousandth. */
  readonly unit: number
  /** How high those are that are painted one by one, as pictures may be. */
  readonly tall?: number
}

/** All that a page paints: one pass of pdf.js over it. */
export async function paintingOf(page: PDFPageProxy): Promise<Painting> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const list = { operators: fnArray, operands: argsArray as (Operands | null)[] }
  const fonts = await fontsOf(page, list)
  const isCutShort = fnArray.at(-1) === CUT_SHORT
  return { page: page.pageNumber, width, height, start: transform, ...list, fonts, isCutShort }
}

/**
 * Lets go of what a page paints. A list that has grown old would else keep those of the next pages, until all memory is searched:
 * a sixth of the time that reading takes.
 */
export function release({ operators, operands }: Painting): void {
  operators.length = 0
  operands.length = 0
}

async function fontsOf(
  page: PDFPageProxy,
  { operators, operands }: Pick<Painting, 'operators' | 'operands'>,
): Promise<ReadonlyMap<string, Font>> {
  const names = new Set<string>()
  for (let i = 0; i < operators.length; i++) {
    const font = fontSetBy(operators[i] ?? 0, operands[i] ?? NONE)
    if (font) names.add(font[0])
  }
  const fonts = new Map<string, Font>()
  for (const name of names) fonts.set(name, fontOf(await new Promise((resolve) => page.commonObjs.get(name, resolve))))
  return fonts
}

/** What pdf.js tells of a font: nothing of one that is broken. */
interface Told {
  readonly fontMatrix?: Matrix
  readonly isType3Font?: boolean
  readonly bbox?: readonly number[]
}

function fontOf({ fontMatrix = [], isType3Font, bbox = [] }: Told): Font {
  const { 0: unit = 0.001, 3: upright = 0 } = fontMatrix
  const tall = isType3Font ? ((bbox[3] ?? 0) - (bbox[1] ?? 0)) * upright : 0
  return tall > 0 ? { unit, tall } : { unit }
}

/** The font and the size that an operator sets. */
export function fontSetBy(operator: number, operands: Operands): readonly [font: string, size: number] | undefined {
  if (operator === OPS.setFont) return operands as unknown as [string, number]
  if (operator !== OPS.setGState) return undefined
  const settings = (operands[0] ?? []) as readonly (readonly [key: string, value: unknown])[]
  return settings.find(([key]) => key === 'Font')?.[1] as [string, number] | undefined
}

/** What is in force is kept before these, and in force again behind those. */
export const KEEPS: ReadonlySet<number> = new Set([OPS.save, OPS.paintFormXObjectBegin])
export const RESTORES: ReadonlySet<number> = new Set([OPS.restore, OPS.paintFormXObjectEnd])

/** The matrix that is in force while a painting is gone through. */
export class Place {
  matrix: Matrix
  readonly #kept: Matrix[] = []

  constructor(start: Matrix) {
    this.matrix = start
  }

  take(operator: number, operands: Operands): void {
    if (KEEPS.has(operator)) this.#kept.push(this.matrix)
    else if (RESTORES.has(operator)) this.matrix = this.#kept.pop() ?? this.matrix
    const turn =
      operator === OPS.transform ? operands : operator === OPS.paintFormXObjectBegin ? operands[0] : undefined
    if (turn) this.matrix = product(this.matrix, turn as Matrix)
  }
}

/** What two matrices do, the second first. */
export const product = (first: Matrix, second: Matrix): Matrix => Util.transform(first as number[], second as number[])
