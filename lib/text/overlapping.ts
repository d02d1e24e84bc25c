import { bisect } from './bisect.ts'
import { overlaps, type Span } from './span.ts'

/**
 * A look-up among spans in reading order, which may overlap each other: those that share a code unit with a span, in
 * reading order, found by bisection.
 *
 *     const masksAt = overlapping(masks)
 *     masksAt(hit).some((mask) => contains(mask, hit))
 */
export function overlapping<S extends Span>(spans: readonly S[]): (span: Span) => S[] {
  // how far each span and those before it reach: it only grows
  const reach = new Float64Array(spans.length)
  let far = 0
  spans.forEach(({ end }, i) => {
    far = Math.max(far, end)
    reach[i] = far
  })
  return (span) => {
    const found: S[] = []
    for (let i = bisect(reach, (end) => end <= span.start); i < spans.length; i++) {
      const each = spans[i]
      if (!each || each.start >= span.end) break
      if (overlaps(each, span)) found.push(each)
    }
    return found
  }
}
