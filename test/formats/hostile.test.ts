import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Each took minutes or more with a pattern or a loop that goes back over what it has seen; the runner's limit tells. */
describe('a file made to keep its reader busy is read all the same', () => {
  it.each([
    ['a line of blanks', `a${' '.repeat(400_000)}b`],
    ['lines of separators', `a ${'| '.repeat(200_000)}\n${'» '.repeat(200_000)}`],
    ['page numbers between equal lines', 'naslov strane\n12\n\n'.repeat(20_000)],
    ['headings of sections', `${'Povezane vesti\nx\n\n'.repeat(20_000)}kraj`],
    ['comments of a page before nothing', `${'<!---->'.repeat(500)} tekst`],
    ['a table of many rows', `<html><table>${'<tr><td>a<td>b'.repeat(4000)}</table>`],
    ['nested parts of links', `<html>${'<div class="menu">'.repeat(300)}${'<a href="#">a</a> '.repeat(2000)}`],
  ])('%s', async (_, text) => {
    expect((await read(bytesOf(text))).reading.text).toMatch(/\p{L}/u)
  })
})
