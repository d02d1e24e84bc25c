import type { Listener } from './xml.ts'

/** Style id given to a paragraph that says itself which rank of heading it is, so that mammoth passes it on. */
const OWN = 'stratlas-outline-'
/** Rank of body text: `w:outlineLvl` counts from 0, and 9 is none. */
const NONE = 9

/** Ranks of headings by the ids of their styles, from `word/styles.xml`; a style takes the rank of the one it is based on. */
export class Outlines implements Listener {
  readonly #ranks = new Map<string, number>()
  readonly #bases = new Map<string, string>()
  #style = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['w:val'] ?? ''
    if (name === 'w:style') this.#style = attributes['w:styleId'] ?? ''
    else if (name === 'w:basedOn') this.#bases.set(this.#style, value)
    else if (name === 'w:outlineLvl') this.#ranks.set(this.#style, Number(value))
  }

  /** Rank of a heading with this style, the highest 1; undefined for body text. */
  rankOf(style: string): number | undefined {
    if (style.startsWith(OWN)) return Number(style.slice(OWN.length)) + 1
    const seen = new Set<string>()
    for (let id: string | undefined = style; id !== undefined && !seen.has(id); id = this.#bases.get(id)) {
      const rank = this.#ranks.get(id)
      if (rank !== undefined) return rank < NONE ? rank + 1 : undefined
      seen.add(id)
    }
    return undefined
  }
}

/**
 * A part as mammoth is to see it: paragraphs that carry a heading's rank of their own get a style that says so, and
 * lists without bullet or number are none. mammoth tells neither.
 */
export function prepare(name: string, xml: string): string {
  if (name === 'word/numbering.xml') return xml.split('</w:lvl>').map(withoutSilent).join('</w:lvl>')
  return name.startsWith('word/document') ? xml.split('<w:pPr>').map(withOwn).join('<w:pPr>') : xml
}

function withOwn(piece: string, index: number): string {
  const end = piece.indexOf('</w:pPr>')
  const rank = index && /<w:outlineLvl w:val="(\d)"/u.exec(piece.slice(0, Math.max(0, end)))?.[1]
  return rank && Number(rank) < NONE ? `<w:pStyle w:val="${OWN}${rank}"/>${piece}` : piece
}

function withoutSilent(piece: string): string {
  const start = piece.lastIndexOf('<w:lvl ')
  const isSilent = start >= 0 && piece.includes('<w:numFmt w:val="none"/>', start)
  return isSilent ? `${piece.slice(0, start)}<w:lvl w:ilvl="none">` : piece
}
