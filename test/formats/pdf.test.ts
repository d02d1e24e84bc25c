import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'
import { normalize } from '../../lib/text/index.ts'
import { pdfFile, pdfOf } from './pdf-file.ts'

const fixture = (slug: string) => read(readFileSync(join(import.meta.dirname, '../../fixtures', slug, 'source.pdf')))
const wordsOf = (page: number, { reading }: Awaited<ReturnType<typeof read>>) => {
  const span = reading.pages[page - 1]
  return span && reading.text.slice(span.start, span.end)
}

describe('a PDF', () => {
  it('gives its pages as spans of one normalised text', async () => {
    const file = await fixture('rs-backa-palanka-strategy-2019')
    expect(file).toMatchObject({ reader: 'pdf', mediaType: 'application/pdf', problems: [] })
    expect(file.reading.pages.map(({ number, source, grade }) => [number, source, grade])).toEqual([
      [1, 'text', 'good'],
      [2, 'text', 'good'],
    ])
    expect(wordsOf(1, file)).toMatch(/^STRATEGIJA RAZVOJA SOCIJALNE/u)
    expect(wordsOf(2, file)).toMatch(/personalna asistencija za osam odraslih korisnika/u)
    expect(normalize(file.reading.text)).toBe(file.reading.text)
  })

  it('marks the running header and footer of every page, and nothing of the body', async () => {
    const { reading } = await fixture('rs-backa-palanka-strategy-2019')
    const running = reading.marks.filter(({ kind }) => kind === 'header' || kind === 'footer')
    const marked = running.map(({ start, end }) => reading.text.slice(start, end))
    expect(marked.join('\n').split('\n')).toEqual([
      'Strategija razvoja socijalne zaštite opštine Bačka Palanka',
      '1 / 2',
      'Strategija razvoja socijalne zaštite opštine Bačka Palanka',
      '2 / 2',
    ])
  })

  it('takes the title that the file names where its first page shows it', async () => {
    const { reading } = await fixture('pl-ruda-slaska-strategy-2015')
    expect(reading.title).toBe('Strategia Rozwiązywania Problemów Społecznych Miasta Ruda Śląska na lata 2015–2030')
    expect(
      reading.marks.filter(({ kind }) => kind === 'title').map(({ start, end }) => reading.text.slice(start, end)),
    ).toEqual(['Strategia Rozwiązywania Problemów Społecznych\nMiasta Ruda Śląska na lata 2015–2030'])
    const longer = await fixture('rs-backa-palanka-strategy-2019')
    expect(longer.reading.title).toBe(
      'STRATEGIJA RAZVOJA SOCIJALNE ZAŠTITE OPŠTINE BAČKA PALANKA ZA PERIOD 2019–2022. GODINE',
    )
    const named = pdfOf(['Plan razvoja opstine'], '/Info <</Title (Microsoft Word - Dokument 1)>>')
    expect((await read(named)).reading.title).toBeUndefined()
  })

  it('keeps the hyphens of broken words', async () => {
    const { reading } = await fixture('rs-backa-palanka-strategy-2019')
    expect(reading.text).toMatch(/\p{L}[-‐]\n\p{Ll}/u)
  })

  it('reads Serbian Cyrillic with its localised letters', async () => {
    const { reading } = await fixture('rs-zajecar-strategy-2025')
    expect(reading.text).toContain('стипендије за ромске ученике')
    expect(reading.text).toContain('преноћиште за бескућнике')
    expect(reading.text).not.toMatch(/[\ue000-\uf8ff]/u)
  })

  it('loses no other page to a broken one', async () => {
    const broken = Buffer.from(`BT /F1 11 Tf ${'x'.repeat(400)} ET`)
    const file = await read(pdfOf(['Socijalna zastita u opstini', broken, 'Pomoc u kuci za stara lica']))
    expect(wordsOf(1, file)).toContain('Socijalna zastita')
    expect(wordsOf(3, file)).toContain('Pomoc u kuci')
    expect(file.problems.map(({ page }) => page)).toEqual([2])
    expect(file.reading.pages[1]).toMatchObject({ number: 2, start: file.reading.pages[1]?.end })
  })

  it('says which page has no text', async () => {
    const { problems, reading } = await read(pdfOf(['Strategija razvoja', '']))
    expect(problems).toMatchObject([{ code: 'NO_TEXT', page: 2 }])
    expect(reading.pages[1]?.grade).toBe('poor')
  })

  it('says which page is encoded wrongly', async () => {
    const { problems } = await read(pdfOf(['Strategija razvoja', '# $ % & / = ?\n'.repeat(40)]))
    expect(problems).toMatchObject([{ code: 'NO_TEXT', page: 2 }])
    const mixed = await read(pdfOf(['Strategija razvoja', `a ${'# $ % & / = ?\n'.repeat(40)}`]))
    expect(mixed.problems).toMatchObject([{ code: 'TEXT_UNREADABLE', page: 2 }])
  })

  it('takes no table of contents for one encoded wrongly', async () => {
    const contents = Array.from({ length: 20 }, (_, i) => `Usluga ${i} ${'.'.repeat(90)} ${i}`).join('\n')
    expect((await read(pdfOf([contents]))).problems).toEqual([])
  })

  it('is told by its mark behind junk too', async () => {
    const file = Buffer.concat([Buffer.alloc(900, 10), pdfOf(['Strategija razvoja'])])
    expect((await read(file)).reading.text).toContain('Strategija razvoja')
  })

  it('does not take the bytes away from its caller', async () => {
    const bytes = pdfOf(['Strategija razvoja'])
    await read(bytes)
    expect(bytes.length).toBeGreaterThan(100)
  })
})

describe('a PDF that cannot be read', () => {
  const encrypted = pdfOf(
    ['tajna'],
    `/Encrypt <</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>/ID[<00><00>]`,
  )
  const loop = pdfFile(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>'])
  const many = pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(600)}]/Count 600>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
  ])
  const whole = pdfOf(['Strategija'])

  it.each([
    ['with a password', encrypted, 'PDF_ENCRYPTED'],
    ['cut off', whole.subarray(0, 60), 'PDF_DAMAGED'],
    ['of random bytes behind its mark', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(500, 7)]), 'PDF_DAMAGED'],
    ['with pages in a loop', loop, 'PDF_DAMAGED'],
    ['of too many pages', many, 'TOO_MANY_PAGES'],
    ['of pictures only', pdfOf(['', '']), 'NO_TEXT'],
  ])('%s says so', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'StratlasError', code })
  })
})
