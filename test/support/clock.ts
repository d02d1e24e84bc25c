/** A clock that stands still until it is told to go on. */
export class Clock {
  #time = Date.parse('2026-11-22T10:00:00.000Z')

  readonly now = (): Date => new Date(this.#time)

  advance(seconds: number): void {
    this.#time += seconds * 1000
  }
}
