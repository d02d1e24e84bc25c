import type { Span } from '../../text/index.ts'
import type { Point, Range } from './edtf.ts'

/** One date of the folded text as it stands: `16. decembar 2020.`, `11. do 13. marta`, `VI 2022`, `2030`. */
export interface Atom extends Span, Range {
  readonly rule: string
  readonly from: Point
  readonly to: Point
  /** Counts only as a part of a longer expression: `VI 2022` in `VI 2022 – XII 2023`. */
  readonly weak: boolean
}
