import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { pdfOf } from './pdf-file.ts'

/** Pages of words with a footer each, as they are read, footers left out. */
async function bodiesOf(...pages: string[]) {
  const words = (page: string) =>
    page.split('\n').map((line, i) => `BT /F1 11 Tf 60 ${760 - 14 * i} Td (${line}) Tj ET`)
  const painted = pages.map((page, i) => [...words(page), `BT /F1 8 Tf 60 40 Td (Strana ${i + 1}) Tj ET`].join('\n'))
  const { text, pages: spans, marks } = (await read(pdfOf(painted.map((page) => Buffer.from(page))))).reading
  expect(marks.filter(({ kind }) => kind === 'footer').map((mark) => text.slice(mark.start, mark.end))).toEqual(
    pages.map((_, i) => `Strana ${i + 1}`),
  )
  return spans.map(({ start, end }) => text.slice(start, end).replace(/\n+Strana \d+$/u, ''))
}
const tail = 'Nova mera.\nDrugi red mere.\nCetvrti red mere.\nPeti red mere.'
const head = `Prva mera.\nPrvi red.\nDruga mera.`

describe('a sentence that a page break cuts', () => {
  it('stands on the page where it begins, before the footer', async () => {
    expect(
      await bodiesOf(`${head}\nUsluga pomoc u kuci pruza se`, `u svim selima. Finansira je UNICEF.\n${tail}`),
    ).toEqual([`${head}\nUsluga pomoc u kuci pruza se\nu svim selima.`, `Finansira je UNICEF.\n${tail}`])
  })

  it('is joined with the rest of its paragraph where that is short', async () => {
    const rest = 'u svim selima. Finansira je\nUNICEF.'
    const [first, second] = await bodiesOf(`${head}\nUsluga pomoc u kuci pruza se`, `${rest}\n \n \n${tail}`)
    expect(first).toBe(`${head}\nUsluga pomoc u kuci pruza se\n${rest}`)
    expect(second?.trim()).toBe(tail)
  })

  it('is joined where the break is in a word', async () => {
    const [first] = await bodiesOf(`${head}\nUsluge za rehabili-`, `taciju dece br. 5 u gradu\ni selu.\n${tail}`)
    expect(first).toBe(`${head}\nUsluge za rehabili-\ntaciju dece br. 5 u gradu\ni selu.`)
  })

  it.each([
    ['a closed sentence', `${head}\nUsluga traje.`, `pomoc u kuci\n${tail}`],
    ['what begins anew', `${head}\nUsluga pomoc u kuci`, `Finansira je UNICEF.\n${tail}`],
    [
      'what does not end',
      `${head}\nUsluga pomoc u kuci`,
      Array.from({ length: 9 }, (_, i) => `i red ${'abcdefghi'[i]} te`).join('\n'),
    ],
  ])('%s stays where it is', async (_, first, second) => {
    expect(await bodiesOf(first, second)).toEqual([first, second])
  })
})
