import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { pdfOf } from './pdf-file.ts'

const FIRST = 760
const LINE = 12
const GAP = 8

type Cell = readonly [x: number, ...lines: string[]]

/** A page painted row by row and cell by cell, as word processors and browsers do, without a line around them. */
function pageOf(rows: readonly (readonly Cell[])[]): Uint8Array {
  let y = FIRST
  const painted = rows.flatMap((cells) => {
    const top = y
    y -= Math.max(...cells.map((cell) => cell.length - 1)) * LINE + GAP
    return cells.flatMap(([x, ...lines]) =>
      lines.map((words, i) => `BT /F1 9 Tf ${x} ${top - i * LINE} Td (${words}) Tj ET`),
    )
  })
  return pdfOf([Buffer.from(painted.join(' '))])
}
const textOf = async (rows: readonly (readonly Cell[])[]) => (await read(pageOf(rows))).reading.text

const HEAD: readonly Cell[] = [
  [60, 'Mera'],
  [220, 'Rok'],
  [300, 'Izvor sredstava'],
]

describe('a table of a PDF without lines', () => {
  it('is read into rows and cells, whose lines are joined, where cells stand in columns', async () => {
    const text = await textOf([
      [[60, 'Akcioni plan je sastavni deo strategije razvoja.']],
      HEAD,
      [
        [60, 'Pomoc u kuci za', 'stara lica'],
        [220, '2024.'],
        [300, 'budzet opstine'],
      ],
      [
        [60, 'Dnevni boravak'],
        [220, '2025.'],
        [300, 'Ministarstvo za', 'rad i socijalna', 'pitanja'],
      ],
      [
        [60, 'Klub za stare'],
        [300, 'donacije'],
      ],
      [[60, 'Pracenje vrsi savet.']],
    ])
    expect(text.split('\n').filter(Boolean)).toEqual([
      'Akcioni plan je sastavni deo strategije razvoja.',
      'Mera\tRok\tIzvor sredstava',
      'Pomoc u kuci za stara lica\t2024.\tbudzet opstine',
      'Dnevni boravak\t2025.\tMinistarstvo za rad i socijalna pitanja',
      'Klub za stare\t\tdonacije',
      'Pracenje vrsi savet.',
    ])
  })

  it('is no text in columns', async () => {
    const column = (x: number): Cell => [x, ...Array.from({ length: 20 }, (_, i) => `${i + 1}. red kolone teksta`)]
    expect(await textOf([[column(60), column(220), column(380)]])).not.toContain('\t')
  })

  it('is no list, no signatures and no words that are set apart', async () => {
    const list = Array.from({ length: 6 }, (_, i): Cell[] => [
      [60, `${i + 1}.`],
      [90, 'usluga za stara lica'],
    ])
    expect(await textOf(list)).not.toContain('\t')
    expect(
      await textOf([
        [
          [60, 'Broj'],
          [220, 'Predsednik'],
          [380, 'Sekretar'],
        ],
        [[60, 'Kraj']],
      ]),
    ).not.toContain('\t')
    const apart = [0, 7, 23, 11, 31].map((by): Cell[] => [
      [60, 'Opstina'],
      [150 + by, 'pruza'],
      [260 + 2 * by, 'usluge'],
    ])
    expect(await textOf(apart)).not.toContain('\t')
  })
})
