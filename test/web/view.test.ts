import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format, parse, START, TABS } from '../../web/src/view.ts'

const id = fc.stringMatching(/^(rs|pl)-\d{5,6}$/u)
const code = fc.stringMatching(/^[a-z@][a-z-]{0,20}$/u)
const at = fc.record({ start: fc.nat(999_999), end: fc.nat(999_999) })
const choice = {
  municipalities: fc.option(fc.uniqueArray(id)),
  dimension: fc.constantFrom(...TABS),
  all: fc.boolean(),
  cell: fc.option(fc.record({ code, municipality: id })),
  labels: fc.constantFrom('en', 'sr-Latn', 'sr-Cyrl', 'pl'),
  filter: fc.record({
    status: fc.option(fc.constantFrom('received', 'reading', 'analysed', 'failed')),
    kind: fc.option(fc.constantFrom('strategy', 'news', 'other')),
    language: fc.option(fc.constantFrom('sr', 'pl')),
  }),
} as const
const lists = fc.record({
  page: fc.constantFrom('compare', 'documents'),
  document: fc.constant(null),
  at: fc.constant(null),
  ...choice,
})
const readings = fc.record({
  page: fc.constant('document'),
  document: fc.stringMatching(/^[0-9a-f]{20}$/u),
  at: fc.option(at),
  ...choice,
})

describe('the address of a view', () => {
  test('says all of it: reading what was written gives the same view', () => {
    fc.assert(
      fc.property(fc.oneof(lists, readings), (view) => {
        expect(parse(new URL(format(view), 'http://page').search)).toEqual(view)
      }),
    )
  })

  test('is short where nothing was chosen', () => {
    expect(format(START)).toBe('/')
    expect(parse('')).toEqual(START)
  })

  test('keeps the order of the municipalities and takes each once', () => {
    expect(parse('?municipality=rs-70955&municipality=pl-246901&municipality=rs-70955').municipalities).toEqual([
      'rs-70955',
      'pl-246901',
    ])
  })

  test('tells "all removed" from "none chosen"', () => {
    expect(parse('?municipality=').municipalities).toEqual([])
    expect(parse('?dimension=funders').municipalities).toBeNull()
  })

  test.each(['?dimension=nonsense', '?at=12', '?labels=xx', '?status=lost', '?language=<b>'])(
    'leaves %s out',
    (search) => {
      expect(parse(search)).toEqual(START)
    },
  )
})
