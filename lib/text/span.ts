import { bisect } from './bisect.ts'

/** A half-open range `[start, end)` of UTF-16 code units in `Doc.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Do two spans share at least one code unit? `[0,3)` and `[3,5)` do not. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Does `outer` hold the whole of `inner`? A span holds itself. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Length in UTF-16 code units. */
export const length = (span: Span): number => span.end - span.start

/** Reading order; of two that start together the longer one first. */
export const inOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The element of sorted, disjoint `spans` that holds position `at`, found by bisection. */
export function at<S extends Span>(spans: readonly S[], position: number): S | undefined {
  const last = spans[bisect(spans, ({ start }) => start <= position) - 1]
  return last && position < last.end ? last : undefined
}

/** The elements of `spans`, sorted by where they start, that lie wholly inside `span`; found by bisection. */
export function inside<S extends Span>(spans: readonly S[], span: Span): S[] {
  const found: S[] = []
  for (let i = firstFrom(spans, span.start); i < spans.length; i++) {
    const each = spans[i]
    if (!each || each.start >= span.end) break
    if (each.end <= span.end) found.push(each)
  }
  return found
}

/** What `inside` finds, one after the other: for those who stop early. */
export function* along<S extends Span>(spans: readonly S[], span: Span): Generator<S> {
  for (let i = firstFrom(spans, span.start); i < spans.length; i++) {
    const each = spans[i]
    if (!each || each.start >= span.end) return
    if (each.end <= span.end) yield each
  }
}

/** The first of what `inside` finds. */
export function firstInside<S extends Span>(spans: readonly S[], span: Span): S | undefined {
  for (let i = firstFrom(spans, span.start); i < spans.length; i++) {
    const each = spans[i]
    if (!each || each.start >= span.end) return undefined
    if (each.end <= span.end) return each
  }
  return undefined
}

/** The first element of sorted `spans` that starts within `span`, wherever it ends; found by bisection. */
export function firstIn<S extends Span>(spans: readonly S[], span: Span): S | undefined {
  const first = spans[firstFrom(spans, span.start)]
  return first && first.start < span.end ? first : undefined
}

/** Index of the first element that starts at a position or behind it. */
const firstFrom = (spans: readonly Span[], position: number): number => bisect(spans, ({ start }) => start < position)

/** Does any of `spans`, sorted and disjoint, share a code unit with `span`? */
export const touches = (spans: readonly Span[], span: Span): boolean =>
  at(spans, span.start) !== undefined || at(spans, span.end - 1) !== undefined || firstInside(spans, span) !== undefined
