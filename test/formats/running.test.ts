import { describe, expect, it } from 'vitest'
import { runningLines } from '../../lib/formats/running.ts'

const marked = (pages: readonly string[]) =>
  runningLines(pages).map((marks, i) => marks.map(({ kind, start, end }) => `${kind}: ${pages[i]?.slice(start, end)}`))

describe('runningLines', () => {
  it('finds lines at the edges that come back but for their numbers', () => {
    const body = ['Prvi pasus.', 'Drugi pasus.', 'Treći pasus.', 'Četvrti pasus.']
    const pages = body.map((words, i) => `Plan razvoja 2024\n${words}\n${words}\n${words}\n${words}\nstrana ${i + 1}`)
    expect(marked(pages)).toEqual(body.map((_, i) => ['header: Plan razvoja 2024', `footer: strana ${i + 1}`]))
  })

  it('finds titles that alternate on left and right pages', () => {
    const pages = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (word, i) => `${i % 2 ? 'Grad Niš' : 'Strategija'}\n${word}1\n${word}2\n${word}3\n${i}`,
    )
    expect(
      marked(pages)
        .flat()
        .filter((line) => line.startsWith('header: ')),
    ).toHaveLength(6)
  })

  it('marks nothing on a single page, nor points of a list or rows of a table', () => {
    expect(marked(['Naslov\nTekst\n1'])).toEqual([[]])
    expect(marked(['• da\na\nb\nc\nd\nred\t1', '• da\ne\nf\ng\nh\nred\t2'])).toEqual([[], []])
  })

  it('passes over empty pages', () => {
    expect(marked(['Plan\na', '', 'Plan\nb'])).toEqual([['header: Plan'], [], ['header: Plan']])
  })
})
