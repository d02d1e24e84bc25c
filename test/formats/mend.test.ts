import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { pdfFile, pdfOf } from './pdf-file.ts'

/** Words at a place in letters of a size. */
const at = (x: number, y: number, words: string, size = 11): string => `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET`
const linesOf = async (...painted: string[]) =>
  (await read(pdfOf([Buffer.from(painted.join('\n'))]))).reading.text.split('\n').filter(Boolean)
const under = at(60, 700, 'Opstina Pozega donosi plan.')

describe('what is painted otherwise than it is meant', () => {
  it.each([
    ['a width of its own', 'BT /F1 14 Tf 6 Tc 60 760 Td (STRATEGIJA RAZVOJA) Tj 0 Tc ET'],
    ['blanks', at(60, 760, 'S T R A T E G I J A   R A Z V O J A', 14)],
    [
      'steps',
      `BT /F1 14 Tf 60 760 Td [${[...'STRATEGIJA'].map((c) => `(${c})`).join('-400')}-1200${[...'RAZVOJA'].map((c) => `(${c})`).join('-400')}] TJ ET`,
    ],
  ])('letters set apart by %s are words', async (_, painted) => {
    expect(await linesOf(painted, under)).toEqual(['STRATEGIJA RAZVOJA', 'Opstina Pozega donosi plan.'])
  })

  it('a year set apart is a year, a short word beside a long one a word, and initials stay as they are', async () => {
    expect((await linesOf(at(60, 760, 'P L A N   Z A   2 0 2 1', 14), under))[0]).toBe('PLAN ZA 2021')
    expect((await linesOf(at(60, 760, 'J P i D O', 14), under))[0]).toBe('J P i D O')
    expect((await linesOf(at(60, 760, '1 2 3 4 5', 14), under))[0]).toBe('1 2 3 4 5')
  })

  it.each([
    ['words', [at(60, 760, 'Pomoc u kuci'), at(60.3, 760, 'Pomoc u kuci')]],
    ['words four times', [60, 60.2, 60.4, 60.2].map((x, i) => at(x, 760 + i / 10, 'Pomoc u kuci'))],
    ['words of a line one by one', [60, 60.4].flatMap((x) => [at(x, 760, 'Pomoc u'), at(x + 46, 760, 'kuci')])],
    ['a shadow', [at(61, 759, 'Pomoc u kuci', 20), at(60, 760, 'Pomoc u kuci', 20)]],
    ['letters', [...'Pomoc'].flatMap((c, i) => [at(60 + 7 * i, 760, c), at(60.2 + 7 * i, 760, c)])],
  ])('%s struck twice are read once', async (_, painted) => {
    expect((await linesOf(...painted, under))[0]).toMatch(/^Pomoc(?: u kuci)?$/u)
  })

  it('the same words elsewhere are other words', async () => {
    expect(await linesOf(at(60, 760, 'da'), at(90, 760, 'da'), at(60, 745, 'da'))).toEqual(['da da', 'da'])
  })

  it('a large first letter belongs to its word', async () => {
    const lines = [at(60, 735, 'O', 36), at(92, 755, 'pstina ima mnogo'), at(92, 741, 'starih lica.')]
    expect(await linesOf(...lines)).toEqual(['Opstina ima mnogo', 'starih lica.'])
  })

  it('the number of a note is no part of the word before it', async () => {
    const note = 'BT /F1 7 Tf 124 764 Td (1) Tj ET'
    expect((await linesOf(at(60, 760, 'pomoc u kuci'), note, at(130, 760, 'od 2019.'), under))[0]).toBe(
      'pomoc u kuci 1 od 2019.',
    )
  })

  it('ligatures without a name of their own are the letters that they show', async () => {
    const map = Buffer.from(
      'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <41> <019F> <42> <DBC0DD9F> <43> <01A9> endbfchar 1 beginbfrange <61> <7a> <0061> endbfrange endcmap',
    )
    const content = 'BT /F1 11 Tf 60 760 Td (zasAta invalidiBma Aeca) Tj ET'
    const file = pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>',
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      `<</Length ${map.length}>>\nstream\n${map}\nendstream`,
    ])
    expect((await read(file)).reading.text).toBe('zastita invaliditima tieca')
  })
})
