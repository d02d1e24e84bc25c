/** Share of the characters that are wrong in a text, white space aside: edits that make it the true one (Levenshtein). */
export function errorOf(text: string, truth: string): number {
  const [found, wanted] = [text, truth].map((words) => words.normalize('NFC').replace(/\s+/gu, '')) as [string, string]
  let row = Uint32Array.from({ length: found.length + 1 }, (_, i) => i)
  for (let i = 1; i <= wanted.length; i++) {
    const next = new Uint32Array(row.length)
    next[0] = i
    for (let k = 1; k < row.length; k++) {
      const changed = (row[k - 1] ?? 0) + (wanted[i - 1] === found[k - 1] ? 0 : 1)
      next[k] = Math.min(changed, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1)
    }
    row = next
  }
  return (row[found.length] ?? 0) / wanted.length
}
