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
 * A part as mammoth is to see it: paragraphs that carry a heading's rank of their own get a style that says so, lists
 * without bullet or number are none, simple fields are their words, and hidden words are gone. mammoth tells none of it.
 */
export function prepare(name: string, xml: string): string {
  if (name === 'word/numbering.xml') return xml.split('</w:lvl>').map(withoutSilent).join('</w:lvl>')
  if (!/^word\/(?:document|footnotes|endnotes)/u.test(name)) return xml
  const shown = xml
    .replace(/<\/?w:(?:fldSimple|bdo|dir)\b[^>]*>/gu, '')
    .split('</w:r>')
    .map(withoutHidden)
    .join('</w:r>')
  return shown.split('<w:pPr>').map(withOwn).join('<w:pPr>')
}

/** The piece up to the end of a run, without the run if its properties hide it. */
function withoutHidden(piece: string): string {
  const start = Math.max(piece.lastIndexOf('<w:r>'), piece.lastIndexOf('<w:r '))
  const isHidden = start >= 0 && /<w:vanish(?:\/>|\s+w:val="(?:1|true|on)")/u.test(piece.slice(start))
  return isHidden ? `${piece.slice(0, start)}<w:r>` : piece
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
