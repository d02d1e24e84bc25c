import type { Problem } from '../contract/index.ts'
import { decodeIn, encodingOf } from './charset.ts'
import { Flow, type Shape } from './flow.ts'
import { unsafe } from './office.ts'

/** Groups inside each other at most. */
const DEEPEST = 2000
/** Groups whose words are not the document's text. */
const UNSEEN =
  /^(?:colortbl|info|pict|object|objdata|themedata|datastore|latentstyles|rsidtbl|generator|listtable|listoverridetable|xmlnstbl|header[lrf]?|footer[lrf]?|fldinst|bkmkstart|bkmkend|filetbl|revtbl|nonshppict|shprslt|userprops|mmathPr|wgrffmtfilter|nonesttables|annotation|atnid|atnauthor|tc|xe|txe|rxe|do)$/u
const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-', '{': '{', '}': '}', '\\': '\\' }

/** What holds inside a group and ends with it. */
interface Group {
  /** What the words of the group are; a text box in what is `ignorable` is read all the same. What is `double` comes in Unicode too. */
  readonly is: 'text' | 'ignorable' | 'unseen' | 'fonts' | 'styles' | 'label' | 'double'
  readonly font?: number
  /** How many characters stand behind `\uN` for readers that do not know it. */
  readonly fallback: number
  readonly isHidden: boolean
  readonly style: number
  readonly outline?: number | undefined
  readonly level: number
  /** How many tables the paragraph is in. */
  readonly depth: number
}

const CUT: Problem = {
  code: 'OFFICE_DAMAGED',
  message: 'The document was cut off; what is left of it was read. Save it anew and upload it again.',
}
const PARAGRAPH = { style: 0, outline: undefined, level: 0, depth: 0 }
const START: Group = { is: 'text', fallback: 1, isHidden: false, style: 0, level: 0, depth: 0 }

/** Turns the pieces of an RTF file into a flow. */
export class RtfText {
  readonly #charsets = new Map<number, number>()
  /** Encodings of fonts that name them themselves. */
  readonly #codePages = new Map<number, string>()
  readonly #styles = new Map<number, string>()
  readonly #groups: Group[] = []
  /** Flows of notes and text boxes that are open, with the depth of the group each ends with. */
  readonly #flows: { readonly flow: Flow; readonly at: number; readonly isBox: boolean }[] = []
  readonly #body = new Flow()
  #group = START
  #encoding = 'windows-1252'
  #bytes: number[] = []
  #skip = 0
  /** The document's own font. */
  #font: number | undefined
  #name = ''
  #isItem = false

  /** What was read; a file that ends inside a group was cut off. */
  reading(): ReturnType<Flow['reading']> {
    this.#flush()
    const isCut = this.#groups.length > 0
    while (this.#groups.length) this.close()
    const reading = this.#body.reading()
    return isCut ? { ...reading, problems: [CUT] } : reading
  }

  open(): void {
    this.#flush()
    this.#skip = 0
    if (this.#groups.length > DEEPEST) throw unsafe('its parts are nested too deeply')
    this.#groups.push(this.#group)
  }

  close(): void {
    this.#flush()
    this.#skip = 0
    if (this.#group.is === 'styles' && this.#name) this.#endStyle()
    const ending = this.#flows.at(-1)
    if (ending && ending.at === this.#groups.length) this.#endFlow(ending)
    this.#group = this.#groups.pop() ?? START
  }

  plain(words: string): void {
    const rest = words.slice(this.#skip)
    this.#skip -= words.length - rest.length
    if (this.#group.is === 'styles') this.#name += rest
    if (this.#group.is === 'label' && rest.trim()) this.#isItem = true
    if (this.#isSeen) for (let i = 0; i < rest.length; i++) this.#bytes.push(rest.charCodeAt(i))
  }

  byte(value: number): void {
    if (this.#skip) this.#skip--
    else if (this.#isSeen) this.#bytes.push(value)
    else if (this.#group.is === 'label') this.#isItem = true
  }

  symbol(sign: string): void {
    if (sign === '*') this.#set({ is: this.#group.is === 'unseen' ? 'unseen' : 'ignorable' })
    else if (sign === '\n' || sign === '\r') this.#endParagraph()
    else if (this.#skip && sign in SYMBOLS) this.#skip--
    else this.#write(SYMBOLS[sign] ?? '')
  }

  /** Obeys a control word and answers how many characters behind it are raw bytes. */
  word(name: string, number?: number): number {
    if (name === 'bin') return Math.max(0, number ?? 0)
    if (name === 'u') this.#unicode(number ?? 0)
    else if (SIGNS[name] !== undefined) this.#write(SIGNS[name])
    else if (!this.#isDestination(name) && !this.#isFormat(name, number)) this.#structure(name)
    return 0
  }

  get #flow(): Flow {
    return this.#flows.at(-1)?.flow ?? this.#body
  }

  get #isSeen(): boolean {
    return this.#group.is === 'text' && !this.#group.isHidden
  }

  #set(change: Partial<Group>): void {
    this.#flush()
    this.#group = { ...this.#group, ...change }
  }

  #write(words: string): void {
    this.#flush()
    if (this.#isSeen) this.#flow.write(words)
  }

  #flush(): void {
    if (!this.#bytes.length) return
    const font = this.#group.font ?? Number.NaN
    this.#flow.write(decodeIn(this.#bytes, this.#charsets.get(font), this.#codePages.get(font) ?? this.#encoding))
    this.#bytes = []
  }

  #unicode(number: number): void {
    if (this.#group.is === 'label') this.#isItem = true
    this.#write(String.fromCharCode(number & 0xffff))
    this.#skip = this.#group.fallback
  }

  #isDestination(name: string): boolean {
    if (this.#group.is === 'unseen') return false
    if (name === 'fonttbl') this.#set({ is: 'fonts' })
    else if (name === 'stylesheet') this.#set({ is: 'styles' })
    else if (name === 'listtext' || name === 'pntext') this.#set({ is: 'label' })
    else if (name === 'upr') this.#set({ is: 'double' })
    else if (name === 'ud') this.#set({ is: 'text' })
    else if (name === 'shptxt') this.#openFlow(new Flow(), true)
    else if (name === 'footnote') this.#group.is === 'text' && this.#openFlow(this.#flow.note(), false)
    else if (UNSEEN.test(name)) this.#set({ is: 'unseen' })
    else return false
    return true
  }

  #openFlow(flow: Flow, isBox: boolean): void {
    this.#set({ ...PARAGRAPH, is: 'text' })
    this.#flows.push({ flow, at: this.#groups.length, isBox })
  }

  #endFlow({ flow, isBox }: { flow: Flow; isBox: boolean }): void {
    this.#flows.pop()
    if (isBox) this.#flow.insert(flow)
    else flow.end()
  }

  #endStyle(): void {
    this.#styles.set(this.#group.style, this.#name.replace(/;.*$/u, '').trim())
    this.#name = ''
  }

  /** Words that change how what follows is read. */
  #isFormat(name: string, number = 1): boolean {
    if (name === 'f') this.#set({ font: number })
    else if (name === 'fcharset') this.#charsets.set(this.#group.font ?? 0, number)
    else if (name === 'ansicpg') this.#encoding = encodingOf(number)
    else if (name === 'mac') this.#encoding = 'macintosh'
    else if (name === 'cpg') this.#codePages.set(this.#group.font ?? 0, encodingOf(number))
    else if (name === 'uc') this.#set({ fallback: number })
    else if (name === 'deff') this.#font = number
    else if (name === 'plain') this.#set({ isHidden: false, ...(this.#font !== undefined && { font: this.#font }) })
    else if (name === 'v' || name === 'deleted') this.#set({ isHidden: number !== 0 })
    else if (name === 'pard') this.#set(PARAGRAPH)
    else if (name === 's') this.#set({ style: number })
    else if (name === 'outlinelevel') this.#set({ outline: number })
    else if (name === 'ilvl') this.#set({ level: number })
    else if (name === 'intbl') this.#set({ depth: Math.max(1, this.#group.depth) })
    else if (name === 'itap') this.#set({ depth: number })
    else return false
    return true
  }

  /** Words that end a line, a paragraph, a cell or a row. Rows of inner tables end in a group that is not seen. */
  #structure(name: string): void {
    this.#flush()
    if (name === 'nestrow') this.#inTable(2).endRow()
    else if (!this.#isSeen) return
    else if (name === 'line' || name === 'page' || name === 'column') this.#flow.breakLine()
    else if (name === 'par' || name === 'sect') this.#endParagraph()
    else if (name === 'cell') this.#endCell(1)
    else if (name === 'nestcell') this.#endCell(2)
    else if (name === 'row') this.#inTable(1).endRow()
  }

  #endParagraph(): void {
    this.#flush()
    this.#inTable(this.#group.depth).end(this.#shape())
    this.#isItem = false
  }

  #endCell(depth: number): void {
    const flow = this.#inTable(depth)
    flow.end(this.#shape())
    flow.endCell()
    this.#isItem = false
  }

  /** The flow with so many tables open, one in the other; deeper ones are read as the second. */
  #inTable(depth: number): Flow {
    const flow = this.#flow
    const wanted = Math.min(depth, 2)
    while (flow.depth < wanted) flow.openTable()
    while (flow.depth > wanted) flow.closeTable()
    return flow
  }

  #shape(): Shape {
    const { outline, level, style } = this.#group
    const named = this.#styles.get(style) ?? ''
    const heading = /^heading (\d)$/iu.exec(named)?.[1]
    if (/^title$/iu.test(named)) return { kind: 'title', level: 0 }
    if (outline !== undefined && outline < 9) return { kind: 'heading', level: outline + 1 }
    if (heading) return { kind: 'heading', level: Number(heading) }
    return this.#isItem ? { kind: 'item', level: level + 1 } : {}
  }
}
