import { describe, expect, it } from 'vitest'
import { decode } from '../../lib/formats/encoding.ts'
import { encode } from './encode.ts'

const latin = `Opština Požega uvodi pomoć u kući za stara lica u svim selima. Služba će obilaziti više od šezdeset
domaćinstava, a žrtve nasilja u porodici dobijaju besplatnu pravnu pomoć. Odluku je donelo Opštinsko veće.`
const cyrillic = `Општина Пожега уводи помоћ у кући за стара лица у свим селима. Служба ће обилазити више од шездесет
домаћинстава, а жртве насиља у породици добијају бесплатну правну помоћ. Одлуку је донело Општинско веће.`
const polish = `Gmina Łódź uruchamia usługi opiekuńcze dla seniorów mieszkających samotnie. Pomoc otrzyma więcej niż
sześćdziesiąt osób, a rodziny z dziećmi skorzystają z pomocy asystenta. Źródłem finansowania jest budżet miasta.`

const texts = { latin, cyrillic, polish }
const written: readonly (readonly [keyof typeof texts, string])[] = [
  ['latin', 'utf-8'],
  ['latin', 'utf-16le'],
  ['latin', 'utf-16be'],
  ['latin', 'windows-1250'],
  ['latin', 'iso-8859-2'],
  ['cyrillic', 'utf-8'],
  ['cyrillic', 'utf-16le'],
  ['cyrillic', 'utf-16be'],
  ['cyrillic', 'windows-1251'],
  ['cyrillic', 'iso-8859-5'],
  ['polish', 'utf-8'],
  ['polish', 'utf-16le'],
  ['polish', 'utf-16be'],
  ['polish', 'windows-1250'],
  ['polish', 'iso-8859-2'],
]

describe('decode', () => {
  for (const [name, encoding] of written)
    it(`tells ${encoding} from ${name} text of 75 characters up`, () => {
      for (const [from, length] of [
        [0, 75],
        [40, 75],
        [0, 200],
        [0, 1e5],
      ] as const) {
        const text = texts[name].repeat(length > 1000 ? 400 : 1).slice(from, from + length)
        expect(decode(encode(text, encoding))).toBe(text)
      }
    })

  it('obeys a byte order mark and drops it', () => {
    expect(decode(encode(`\ufeff${latin}`, 'utf-8'))).toBe(latin)
    expect(decode(encode(`\ufeff${cyrillic}`, 'utf-16le'))).toBe(cyrillic)
    expect(decode(encode(`\ufeff${polish}`, 'utf-16be'))).toBe(polish)
  })

  it('keeps the typographic signs of windows-1250 and windows-1251', () => {
    expect(decode(encode(`„${latin}“ – 5 €…`, 'windows-1250'))).toBe(`„${latin}“ – 5 €…`)
    expect(decode(encode(`„${cyrillic}“ – №…`, 'windows-1251'))).toBe(`„${cyrillic}“ – №…`)
  })

  it('believes a declared encoding where its letters fit, and not where they do not', () => {
    expect(decode(encode(latin, 'iso-8859-2'), 'iso-8859-2')).toBe(latin)
    expect(decode(encode(polish, 'windows-1250'), 'utf-8')).toBe(polish)
    expect(decode(encode(cyrillic, 'windows-1251'), 'windows-1250')).toBe(cyrillic)
    expect(decode(encode(polish, 'utf-8'), 'iso-8859-2')).toBe(polish)
    expect(decode(encode(latin, 'windows-1250'), 'no-such-encoding')).toBe(latin)
  })

  it('reads UTF-8 that was cut inside a letter or holds a stray byte', () => {
    const bytes = encode(cyrillic, 'utf-8')
    expect(decode(bytes.subarray(0, bytes.length - 2))).toContain('бесплатну правну помоћ')
    expect(decode(Uint8Array.from([...bytes, 0xff, ...bytes]))).toContain('бесплатну правну помоћ')
  })

  it.each([
    ['latin', 'windows-1252'],
    ['latin', 'windows-1250'],
    ['cyrillic', 'windows-1252'],
    ['cyrillic', 'windows-1250'],
    ['polish', 'windows-1252'],
    ['polish', 'windows-1250'],
  ] as const)('undoes UTF-8 of %s text that was taken for %s and encoded again', (name, encoding) => {
    const text = `„${texts[name]}” – 5 €`
    const doubled = new TextDecoder(encoding).decode(encode(text, 'utf-8'))
    expect(doubled).not.toBe(text)
    expect(decode(encode(doubled, 'utf-8'))).toBe(text)
    expect(decode(encode(`${text}\n${doubled}`, 'utf-8'))).toBe(`${text}\n${text}`)
  })

  it('leaves signs of other languages side by side as they are', () => {
    const foreign = 'Größe, Übung, façade, œuvre, „Ä“ – “À”, ÄÖÜ, ¿Qué?, °C, §§, Â£5'
    expect(decode(encode(foreign, 'utf-8'))).toBe(foreign)
  })

  it('refuses what is no text', () => {
    expect(decode(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))).toBeUndefined()
    expect(decode(new Uint8Array(300))).toBeUndefined()
  })
})
