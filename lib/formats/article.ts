import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** Attribute that numbers the pieces of text of a page, in reading order. */
export const PIECE = 'data-stratlas-piece'

/** Elements whose text nobody sees. */
export const UNSEEN =
  'head,script,style,noscript,template,svg,math,iframe,object,canvas,audio,video,select,datalist,textarea,[hidden],[aria-hidden="true"]'

/** A style that hides what has it. */
const HIDING = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu

/** Names (class, id, role) of page parts that are not the article. */
const ASIDE =
  /(?:^|[\s_-])(?:cookies?|rodo|gdpr|consent|newsletter|bilten|comments?|komentar\w*|respond|share|sharing|social-?(?:share|links|icons|media|buttons)|addtoany|related|povezane|podobne|see-?also|read-?(?:more|next|also)|recommend\w*|most-?read|najczytan\w*|popular|advert\w*|banner|promo|breadcrumbs?|crumbs?|next-?prev|prev-?next|post-?nav\w*|pagination|pager|tags?|tag-?list|menu|navbar|navigation|nav|side-?bar|widget|footer|popup|modal|login|search|skip-?links?|complementary|contentinfo)(?=$|[\s_-]|\d)/iu
const PLACES = 'nav,aside,form,button,footer,label,dialog'
/** Share of the page's text above which a part is the page itself, however it is named. */
const WHOLE = 0.5
/** A page of more elements is no article, and would keep Readability busy: the whole of it is read. */
const MOST_ELEMENTS = 20_000
/** An article shorter than this is no find. */
const SHORTEST = 140

/** Numbers every piece of visible text of a page in place and answers how many there are. */
export function numberPieces(document: Document): number {
  for (const unseen of document.querySelectorAll(UNSEEN)) if (unseen.tagName !== 'HEAD') unseen.remove()
  for (const styled of document.querySelectorAll('[style]'))
    if (HIDING.test(styled.getAttribute('style') ?? '')) styled.remove()
  for (const old of document.querySelectorAll(`[${PIECE}]`)) old.removeAttribute(PIECE)
  let count = 0
  for (const text of textsOf(document.body)) {
    const piece = document.createElement('span')
    piece.setAttribute(PIECE, String(count++))
    text.replaceWith(piece)
    piece.append(text)
  }
  return count
}

function textsOf(root: ChildNode): Text[] {
  const texts: Text[] = []
  const pending: ChildNode[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.nodeType === 3 && node.textContent?.trim()) texts.push(node as Text)
    for (const child of [...node.childNodes].reverse()) pending.push(child)
  }
  return texts
}

/**
 * Numbers of the pieces that belong to the article: what Readability finds, and what stands between the article's
 * heading and its end without being a menu, a box or a list of links. Where it finds nothing, the page without these.
 */
export function keptPieces(document: Document, count: number): ReadonlySet<number> {
  const aside = asidePieces(document)
  const found = [...articlePieces(document)].filter((piece) => !aside.has(piece)).sort((a, b) => a - b)
  const [first, last] = [found[0], found.at(-1)]
  const all = Array.from({ length: count }, (_, piece) => piece)
  if (first === undefined || last === undefined) return new Set(all.filter((piece) => !aside.has(piece)))
  const links = linkPieces(document)
  const from = headingBefore(document, first, aside) ?? first
  const article = new Set(found)
  return new Set(all.filter((p) => p >= from && p <= last && !aside.has(p) && (article.has(p) || !links.has(p))))
}

const piecesIn = (element: ParentNode): number[] =>
  [...element.querySelectorAll(`[${PIECE}]`)].map((piece) => Number(piece.getAttribute(PIECE)))

function articlePieces(document: Document): number[] {
  if (document.querySelectorAll('*').length > MOST_ELEMENTS) return []
  const copy = parseHTML(document.toString()).document as unknown as Document
  try {
    const options = { serializer: (node: Node) => node as Element }
    const article = new Readability<Element>(copy, options).parse()
    return article?.content && (article.length ?? 0) >= SHORTEST ? piecesIn(article.content) : []
  } catch {
    // where Readability breaks, the whole page is read
    return []
  }
}

function asidePieces(document: Document): ReadonlySet<number> {
  const whole = (document.body.textContent ?? '').length * WHOLE
  const named = [...document.querySelectorAll('[class],[id],[role]')].filter((element) =>
    ASIDE.test(['class', 'id', 'role'].map((name) => element.getAttribute(name) ?? '').join(' ')),
  )
  const parts = [...document.querySelectorAll(PLACES), ...named].filter(
    (part) => !/^(?:HTML|BODY|MAIN|ARTICLE)$/u.test(part.tagName) && (part.textContent ?? '').length < whole,
  )
  return new Set(parts.flatMap(piecesIn))
}

const LINE = 'li,p,div,td,h2,h3,h4,h5'

/** Pieces in lists and lines that are nothing but links. */
function linkPieces(document: Document): ReadonlySet<number> {
  const lines = [...document.querySelectorAll(LINE)].filter((line) => {
    if (line.querySelector(LINE)) return false
    const length = (line.textContent ?? '').trim().length
    const linked = [...line.querySelectorAll('a[href]')].reduce(
      (sum, a) => sum + (a.textContent ?? '').trim().length,
      0,
    )
    return length > 0 && linked >= length * 0.9
  })
  return new Set(lines.flatMap(piecesIn))
}

/** First piece of the article's heading: the last `h1` that stands before the article and is no part of a menu. */
function headingBefore(document: Document, first: number, aside: ReadonlySet<number>): number | undefined {
  const starts = [...document.querySelectorAll('h1')]
    .flatMap((heading) => piecesIn(heading).slice(0, 1))
    .filter((piece) => piece < first && !aside.has(piece))
  return starts.at(-1)
}
