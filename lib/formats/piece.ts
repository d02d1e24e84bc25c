import type { Stroke } from './stroke.ts'

/** A run of text as a page paints it, in reading order. Points, y downwards; (x, y) is where its baseline begins. */
export interface Piece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of its letters. */
  readonly height: number
  /** A point well inside its first letter. */
  readonly inside: { readonly x: number; readonly y: number }
  /** Its line ends behind it. */
  readonly isLast: boolean
  /** Where its words stand on the page that a viewer shows. */
  readonly strokes: readonly Stroke[]
}
