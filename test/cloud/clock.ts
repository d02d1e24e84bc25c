/**
 * Time that can be moved forward: in this process, with its emulators in it, and in every sandbox, which is told the
 * offset with each invocation. Twelve minutes in which a message is hidden pass at once.
 */
const RealDate = Date
let offset = 0

class MovedDate extends RealDate {
  constructor(...values: unknown[]) {
    // Date has seven signatures; whatever was given is passed on as it is.
    super(...((values.length ? values : [RealDate.now() + offset]) as [number]))
  }

  static override now(): number {
    return RealDate.now() + offset
  }
}

/** Puts the moved time in place of the real one; answers what undoes it. */
export function moveTime(): () => void {
  offset = 0
  globalThis.Date = MovedDate as unknown as DateConstructor
  return () => {
    globalThis.Date = RealDate
  }
}

/** Sets how many milliseconds later it is than it really is. */
export function setOffset(milliseconds: number): void {
  offset = milliseconds
}

/** Lets so many seconds pass. */
export const pass = (seconds: number): void => setOffset(offset + seconds * 1000)

export const offsetNow = (): number => offset
