/** Words of a text that something stands for. */
export interface Marked {
  readonly start: number
  readonly end: number
}

/** A stretch of text and the marks that cover all of it, the shortest first. */
export interface Segment<M extends Marked> {
  readonly start: number
  readonly end: number
  readonly marks: readonly M[]
}

/**
 * Cuts `[start, end)` at the edges of the marks, so that overlapping marks can be shown side by side:
 * marks 2–6 and 4–9 over 0–10 give 0–2, 2–4, 4–6 (both), 6–9, 9–10.
 */
export function segments<M extends Marked>(marks: readonly M[], start: number, end: number): Segment<M>[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  const cuts = new Set([start, end])
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, start))
    cuts.add(Math.min(mark.end, end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const opening = [...inside].sort((a, b) => a.start - b.start)
  const open: M[] = []
  const found: Segment<M>[] = []
  let next = 0
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const to = edges[i + 1] ?? end
    for (let mark = opening[next]; mark && mark.start <= from; mark = opening[++next]) open.push(mark)
    const marks = open.filter((mark) => mark.end > from).sort((a, b) => a.end - a.start - (b.end - b.start))
    open.splice(0, open.length, ...marks)
    if (to > from) found.push({ start: from, end: to, marks })
  }
  return found
}
