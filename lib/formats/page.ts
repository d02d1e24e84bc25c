import { parseHTML } from 'linkedom'
import { type DefaultTreeAdapterMap, parse, serialize } from 'parse5'
import { StratlasError } from '../contract/index.ts'
import { normalize } from '../text/index.ts'
import { keptPieces, numberPieces } from './article.ts'
import { decode } from './encoding.ts'
import { linesOfPage } from './flatten.ts'
import type { Reader } from './reader.ts'
import { headOf } from './signature.ts'
import { write } from './write.ts'

/** A page nested deeper than this (browsers stop at 512) is made to break its reader. */
const DEEPEST = 500
/** So is one of more tags, or with more attributes on one of them. */
const MOST_TAGS = 50_000
const MOST_ATTRIBUTES = 1000
/** A tag shorter than this need not be looked into. */
const LONG_TAG = 8192

/** Reads a web page: what `html` does, with the tools that only it needs. */
export const readPage: Reader['read'] = async (bytes) => {
  const source = decode(bytes, charsetOf(bytes))
  if (source === undefined)
    throw new StratlasError(
      'TYPE_UNSUPPORTED',
      'This page is not text in any known encoding. Save it from the browser again.',
    )
  mustBePage(source)
  const document = documentOf(normalize(source))
  const count = numberPieces(document)
  const lines = linesOfPage(document, keptPieces(document, count))
  const { text, marks } = write(lines)
  const title = titleOf(document, lines.find(({ kind, aside }) => kind === 'title' && !aside)?.words)
  return { text, marks, pages: [], problems: [], ...(title && { title }) }
}

/** The encoding that a page declares in its first bytes. */
const charsetOf = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?<charset>[\w-]+)/iu.exec(headOf(bytes, 4096))?.groups?.charset

/** Refuses what would keep the tools busy for minutes, before they see it. */
function mustBePage(source: string): void {
  let tags = 0
  for (let at = source.indexOf('<'); at >= 0; tags++) {
    const next = source.indexOf('<', at + 1)
    const length = (next < 0 ? source.length : next) - at
    const isCrowded = length > LONG_TAG && attributesOf(source.slice(at, at + length)) > MOST_ATTRIBUTES
    if (isCrowded || tags > MOST_TAGS)
      throw new StratlasError(
        'TYPE_UNSUPPORTED',
        'This page has too many parts to be read. Save its text and upload that.',
      )
    at = next
  }
}

const attributesOf = (piece: string): number => (piece.split('>', 1)[0] ?? '').split(/\s/u).length

/** The page as a browser would build it: parse5 mends the markup, linkedom gives the DOM. */
function documentOf(source: string): Document {
  const tree = parse(source)
  if (isDeeper(tree, DEEPEST))
    throw new StratlasError(
      'TYPE_UNSUPPORTED',
      'This page is nested too deeply to be read. Save its text and upload that.',
    )
  return parseHTML(serialize(tree)).document as unknown as Document
}

type Node = DefaultTreeAdapterMap['node']

/** Walks without recursion: the depth is what is asked. */
function isDeeper(root: Node, limit: number): boolean {
  let level: Node[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []))
  }
  return false
}

function titleOf(document: Document, heading: string | undefined): string | undefined {
  const og = document.querySelector('meta[property="og:title"]')?.getAttribute('content')
  const named = (document.querySelector('title')?.textContent ?? '').split(/\s[|»–—-]\s/u)
  const longest = named.reduce((a, b) => (b.length > a.length ? b : a), '')
  const title = heading || og || longest
  return normalize(title).replace(/\s+/gu, ' ').trim() || undefined
}
