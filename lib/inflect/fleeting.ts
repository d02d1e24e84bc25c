import { alternate, alternation, plain } from './slavic.ts'

// Vowels that stand in one form of a stem and not in the next: Serbian a (centar/centra), Polish e (matka/matek).

/** Assimilation of voice and loss of a stop where a fleeting a goes: Šabac/Šapca, otac/oca, bolestan/bolesna. */
export const CONTACT = alternation('bc>pc bk>pk dc>c tc>c dk>tk gk>k zk>sk zc>sc stn>sn zdn>zn stl>sl')

/** Two letters for one sound, clusters that end Serbian words, r that is the vowel (prv-i): no a comes between. */
const SERBIAN_CLUSTER = /(?:st|sc|zd|[ln]j|dj|dz|(?:^|[^aeiou])r.)$/u
const POLISH_CLUSTER = /(?:st|ch|[csrd]z)$/u

/** The stem with the a of the Serbian genitive plural: `žrtv` → `žrtav`; as it is where it ends in no cluster. */
export function withA(stem: string): string {
  const open = /[aeiou].?$/u.test(stem) || stem.length < 2
  if (open || SERBIAN_CLUSTER.test(stem)) return stem
  return `${stem.slice(0, -1)}a${stem.slice(-1)}`
}

/** Stems of a Serbian word whose last a goes: dodatak → dodatk, Šabac → sapc, Ražanj → raznj, pratilac → pratioc, pratilc. */
export function withoutA(word: string): string[] {
  const parts = /^(.*(?:[aeiou].*|[^aeiou]r)[^aeiou])a([nl]j|[ckrntlmvs])$/u.exec(word)
  if (!parts) return []
  const bare = alternate(plain(`${parts[1]}${parts[2]}`), CONTACT)
  const vocalised = /[aeiou]lc$/u.test(bare) ? [`${bare.slice(0, -2)}oc`] : []
  return [...vocalised, bare]
}

/** Polish genitive plurals without ending: `matk` → matk, matek, matiek; `kuchni` → kuchn, kuchen, kuchien. */
export function withE(stem: string): string[] {
  const bare = stem.replace(/i$/u, '')
  const cluster = /^(.*[^aeiouy])([^aeiouy])$/u.exec(bare)
  if (!cluster || POLISH_CLUSTER.test(bare)) return [bare]
  const [, head = '', last = ''] = cluster
  return [bare, `${head}e${last}`, `${head}ie${last}`]
}

/** Stems of a Polish word whose last e goes: żłobek → żłobk, mieszkaniec → mieszkanc, uczeń → uczń. */
export function withoutE(word: string): string[] {
  const parts = /^(.*[^aeiouyąęó])(?:ie|e)([^aeiouyąęó]|rz)$/u.exec(word)
  if (!parts) return []
  const [, head = '', last = ''] = parts
  return [head.replace(/i$/u, '') + last]
}
