import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeById, placesNamed, placesOf, searchPlaces } from '../../lib/gazetteer/index.ts'
import { fold } from '../../lib/text/index.ts'

const overlay = (country: string): string[][] =>
  rows(join(import.meta.dirname, '..', '..', 'lib', 'gazetteer', 'places', `${country}.csv`))

const rows = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','))

describe('completeness', () => {
  it.each(['rs', 'pl'])('every row of %s.csv is a place with its id and name', (country) => {
    for (const [code, name] of overlay(country)) expect(placeById(`${country}-${code}`)?.name).toBe(name)
  })

  it('Serbia has 169 municipalities and the two cities made of them, Poland 2479 gminas, 380 powiats, 16 voivodeships', () => {
    const count = (length: number): number => placesOf('PL').filter(({ id }) => id.length === 3 + length).length
    expect(placesOf('RS')).toHaveLength(171)
    expect([count(6), count(4), count(2)]).toEqual([2479, 380, 16])
  })

  it('almost every municipality has coordinates inside its country', () => {
    const municipalities = [...placesOf('RS'), ...placesOf('PL').filter(({ id }) => id.length === 9)]
    const located = municipalities.filter(
      ({ lat, lon }) => lat && lon && lat > 41 && lat < 55 && lon > 14 && lon < 24.2,
    )
    expect(located.length / municipalities.length).toBeGreaterThan(0.93)
  })

  it('every Serbian code ends in its check digit, modulo 11', () => {
    for (const { id } of placesOf('RS')) {
      const [a = 0, b = 0, c = 0, d = 0, check] = Array.from(id.slice(3), Number)
      expect((11 - ((5 * a + 4 * b + 3 * c + 2 * d) % 11)) % 10, id).toBe(check)
    }
  })

  it('parents exist', () => {
    for (const { parent } of [...placesOf('RS'), ...placesOf('PL')]) if (parent) expect(placeById(parent)).toBeDefined()
  })
})

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'facts')

describe.runIf(existsSync(shared))('against an independent list', () => {
  it.each([
    ['places-rs.csv', 'rs-'],
    ['places-pl.csv', 'pl-'],
    ['counties-pl.csv', 'pl-'],
  ])('%s: at least 99 %% of codes and names agree', (file, prefix) => {
    const list = rows(join(shared, file))
    const agreeing = list.filter(([code, second = '', third = '']) => {
      const place = placeById(prefix + code)
      const name = file === 'places-pl.csv' ? third : second
      const bare = (words: string): string => fold(words.replace(/^.* - |^powiat /u, '')).replaceAll(' ', '')
      return place !== undefined && bare(place.name) === bare(name)
    })
    expect(agreeing.length / list.length).toBeGreaterThanOrEqual(0.99)
  })
})

describe('look-up', () => {
  it.each([
    ['Požega', ['rs-70955']],
    ['Пожега', ['rs-70955']],
    ['pozega', ['rs-70955']],
    ['Indija', ['rs-80152']],
    ['Soko Banja', ['rs-71129']],
    ['czerwionka leszczyny', ['pl-241201']],
    ['powiat rudzki', []],
    ['powiat człuchowski', ['pl-2203']],
    ['Nigdzie', []],
  ])('placesNamed(%s)', (name, ids) => {
    if (name === 'Indija') expect(placesNamed(name).map((place) => place.name)).toEqual(['Inđija'])
    else expect(placesNamed(name).map((place) => place.id)).toEqual(ids)
  })

  it('names with several bearers give them all, the largest first', () => {
    expect(placesNamed('Świdnica').map(({ id }) => id)).toEqual(['pl-021901', 'pl-021907', 'pl-080907'])
  })

  it('searchPlaces finds beginnings of names and of their words', () => {
    expect(searchPlaces('zaj').map(({ name }) => name)).toContain('Zaječar')
    expect(searchPlaces('palan').map(({ name }) => name)).toContain('Bačka Palanka')
    expect(searchPlaces('  ')).toEqual([])
    expect(searchPlaces('a', 3)).toHaveLength(3)
  })

  it('unknown ids and countries are undefined or empty', () => {
    expect(placeById('rs-99999')).toBeUndefined()
    expect(placeById('xx-1')).toBeUndefined()
    expect(placesOf('XX')).toEqual([])
  })
})
