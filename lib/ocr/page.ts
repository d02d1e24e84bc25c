import type { Block } from 'tesseract.js'
import { StratlasError } from '../contract/index.ts'
import { failedPage, hasLetters, type PagePart } from '../formats/part.ts'
import { detect } from '../language/index.ts'
import { engineHere, type Languages } from './engine.ts'
import { isLegible } from './legible.ts'
import { pageOf } from './lines.ts'
import { originOf } from './origin.ts'
import { type Picture, pgmOf, turned } from './picture.ts'

/** Below the first a page is turned or in another language; below the second its words are to be checked. */
const LOST = 0.75
const DOUBTFUL = 0.85
/** Longest that a page takes, in milliseconds, however often it is read; to begin once more is not worth it below the second. */
const LONGEST = 60_000
const SHORTEST = 1000
/** Half, then a quarter this way and that: pages lie on their heads more often than on their sides. */
const TURNS = [2, 1, 3] as const
const ALL: Languages = 'hrv+srp+pol'
/** Letters of one script among which those of the other are mistakes. */
const MOSTLY = 0.9

/** How the page before was read: what was right there is tried first on the next. */
export interface Habit {
  readonly languages: Languages
  readonly turn: number
}

interface Attempt extends Habit {
  readonly blocks: readonly Block[]
  readonly confidence: number
  readonly picture: Picture
  readonly text: string
}

/** What a page is read with while nothing is known of it, and what where its language is known. */
export const habitOf = (language: string): Habit => ({ languages: language === 'pl' ? 'pol' : 'hrv+srp', turn: 0 })

/** Reads the picture of a page in the language and the way up in which most of its words are made out. */
export async function readPicture(picture: Picture, habit: Habit): Promise<Attempt> {
  let best: Attempt = { ...habit, blocks: [], confidence: 0, picture, text: '' }
  if (!isLegible(picture)) return best
  const engine = await engineHere(habit.languages)
  const until = Date.now() + LONGEST
  const attempt = async (change: Partial<Habit>): Promise<Attempt> => {
    const { languages, turn } = { ...best, ...change }
    const upright = turned(picture, turn)
    const { blocks, confidence } = await engine.read(pgmOf(upright), languages, until - Date.now())
    return { blocks, confidence, languages, turn, picture: upright, text: textOf(blocks) }
  }
  best = await attempt({})
  const again = async (change: Partial<Habit>) =>
    until - Date.now() > SHORTEST ? attempt(change).catch(unlessForgone) : undefined
  const better = async (change: Partial<Habit>) => {
    const other = await again(change)
    if (other && other.confidence > best.confidence) best = other
  }
  if (!hasLetters(best.text)) return best
  for (const quarters of TURNS) if (best.confidence < LOST) await better({ turn: (habit.turn + quarters) % 4 })
  if (best.languages !== 'pol' && best.confidence >= LOST && detect(best.text).code === 'pl')
    await better({ languages: 'pol' })
  if (best.confidence < DOUBTFUL && best.languages !== ALL) await better({ languages: ALL })
  if (best.languages !== 'hrv' && hasStrays(best.text)) best = (await again({ languages: 'hrv' })) ?? best
  return best
}

/** What data are not there for, or no time is left for, cannot be better. */
function unlessForgone(error: unknown): undefined {
  if (!(error instanceof StratlasError && ['OCR_DATA_MISSING', 'TIMEOUT'].includes(error.code))) throw error
}

/** Does a text in Latin script have a few Cyrillic words? They are Latin ones that look alike. */
function hasStrays(text: string): boolean {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return cyrillic > 0 && latin > (cyrillic + latin) * MOSTLY
}

const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n')

/** A page as it goes into its document. */
export function partOf(number: number, { blocks, confidence, picture }: Attempt): PagePart {
  const { text, sizes, strokes = [] } = pageOf(number, blocks, picture)
  const paper = paperOf(picture)
  if (!hasLetters(text))
    return { ...failedPage(number, { code: 'NO_TEXT', message: '' }), paper, grade: 'poor', problems: [] }
  const isDoubtful = confidence < DOUBTFUL
  const message = `The scan of page ${number} is hard to read. Check quotes against the original.`
  return {
    number,
    text,
    sizes,
    strokes,
    paper,
    source: 'ocr',
    confidence,
    grade: isDoubtful ? 'poor' : 'good',
    problems: isDoubtful ? [{ code: 'OCR_LOW_CONFIDENCE', page: number, message }] : [],
  }
}

/** How large a page is, in tenths of a point. */
function paperOf(picture: Picture): { width: number; height: number } {
  const { width, height } = originOf(picture)
  const [wide, high] = [width, height].map((side) => Math.round((side * 720) / picture.dpi)) as [number, number]
  return { width: wide, height: high }
}
