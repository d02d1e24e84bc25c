/**
 * How many elements of a sorted list come first: those that `isBefore` holds of, and none behind them.
 *
 *     bisect([2, 4, 6], (each) => each < 5)   // 2
 */
export function bisect<T>(sorted: ArrayLike<T>, isBefore: (each: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const each = sorted[middle]
    if (each !== undefined && isBefore(each)) low = middle + 1
    else high = middle
  }
  return low
}
