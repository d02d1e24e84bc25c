import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docOf, fold, foldText, normalize, quote } from '../../lib/text/index.ts'

/** Text as it comes out of files: both scripts, digraphs, combining marks, line ends, invisible characters, emoji. */
const messy = fc
  .array(
    fc.oneof(
      fc.constantFrom('Џеп', 'Љиљана', 'njega', 'Đorđe', 'Łódź', 'zażółć', 'usluge-\nopiekuńcze', 'invali-\nditetom'),
      fc.constantFrom(
        '\r\n',
        '\n\n',
        ' ',
        '\u00a0',
        '\t',
        '\u00ad',
        'c\u030c',
        'z\u0301',
        '🙂',
        '👨‍👩‍👧',
        '2019–2022',
        '„',
        '”',
        '. ',
        '• ',
        '1) ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => normalize(parts.join('')))

const doc = (text: string) => docOf({ text, pages: [], marks: [] }, { language: 'sr', abbreviations: new Set(['br']) })

describe('fold', () => {
  test.each([
    ['Џ', 'dz'],
    ['Љубав', 'ljubav'],
    ['ĐORĐE', 'djordje'],
    ['Ђорђе', 'djordje'],
    ['Łódź', 'lodz'],
    ['c\u030cas', 'cas'],
    ['2019–2022', '2019-2022'],
    ['„Senior+”', '"senior+"'],
    ['a\u00a0b', 'a b'],
    ['ﬁnansira', 'finansira'],
    ['invali-\nditetom', 'invaliditetom'],
    ['opiekuńczo-\nwychowawcza', 'opiekunczo-\nwychowawcza'],
    ['społeczno-\nściami', 'spolecznosciami'],
    ['Beograd-\nSava', 'beograd-\nsava'],
  ])('%j folds to %j', (words, form) => expect(fold(words)).toBe(form))

  test('both scripts of Serbian fold to the same form', () => {
    expect(fold('Дневни боравак за децу ометену у развоју, Чачак и Џеп')).toBe(
      fold('Dnevni boravak za decu ometenu u razvoju, Čačak i Džep'),
    )
  })

  test('every folded span leads back to a slice of the text that folds to it', () => {
    fc.assert(
      fc.property(messy, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldText(text)
        fc.pre(folded.text.length > 0)
        const start = a % folded.text.length
        const end = start + 1 + (b % (folded.text.length - start))
        const source = folded.toSource({ start, end })
        expect(source.start).toBeLessThan(source.end)
        expect(source.end).toBeLessThanOrEqual(text.length)
        expect(fold(text.slice(source.start, source.end))).toContain(folded.text.slice(start, end))
      }),
    )
  })
})

describe('a document', () => {
  test('tokens are slices of the text, in order, disjoint, and fold to their form', () => {
    fc.assert(
      fc.property(messy, (text) => {
        let last = 0
        for (const token of doc(text).tokens) {
          expect(token.start).toBeGreaterThanOrEqual(last)
          expect(fold(quote({ text }, token))).toBe(token.form)
          last = token.end
        }
      }),
    )
  })

  test('blocks and sentences are disjoint, in order and inside the text; every token lies in one block', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const { blocks, sentences, tokens } = doc(text)
        for (const spans of [blocks, sentences]) {
          spans.forEach((span, i) => {
            expect(span.start).toBeLessThan(span.end)
            expect(span.end).toBeLessThanOrEqual(spans[i + 1]?.start ?? text.length)
          })
        }
        for (const token of tokens)
          expect(blocks.filter((b) => b.start <= token.start && token.end <= b.end)).toHaveLength(1)
      }),
    )
  })

  test('where no sentence ends, one ends between two words before it grows without bounds', () => {
    const text = 'pomoć u kući za starije i bolesne '.repeat(200).trim()
    const { sentences } = doc(text)
    expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(1500)
    expect(sentences.map((sentence) => quote({ text }, sentence)).join(' ')).toBe(text)
  })

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text))
      }),
    )
  })
})

describe('words torn before a Polish letter', () => {
  test.each([
    ['si ę', 'sie'],
    ['niepełnosprawno ść', 'niepelnosprawnosc'],
    ['samodzielno ści ą', 'samodzielnoscia'],
    ['pomoc ą', 'pomoca'],
  ])('%s is one', (torn, whole) => {
    expect(foldText(torn).text).toBe(whole)
  })

  test.each(['w ścianie', 'nad łóżkiem', 'pod źródłem', 'o ćwiczeniach', 'na ścieżce', 'lit. ł) dodatek'])(
    '%s is not',
    (words) => {
      expect(foldText(words).text).toContain(' ')
    },
  )
})
