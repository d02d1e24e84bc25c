import { irregular } from './irregular.ts'

const { jat } = irregular.serbian
const EKAVIAN = new RegExp(
  Object.keys(jat)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'u',
)

/**
 * The other reading of the old yat: `smeštaj` → `smještaj`, `dijete` → `dete`; the word itself where it has none. To
 * ekavian by rule (ije and je behind a consonant become e), to ijekavian by a list of stems.
 */
export function otherReflex(word: string): string {
  const ekavian = word
    .replace(/(?<=[bcčćdfghklmnprsštvzž])ije(?=[bcčćdđfghklmnprsštvzž])/u, 'e')
    .replace(/(?<=[bdfmpstvz])je(?=.)/u, 'e')
    .replace(/(?<=^|ne)nje(?=g)/u, 'ne')
    .replace(/(?<=o)lje(?=l)/u, 'le')
  return ekavian === word ? word.replace(EKAVIAN, (stem) => jat[stem] ?? stem) : ekavian
}
