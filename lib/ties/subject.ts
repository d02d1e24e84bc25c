import { type Block, type Doc, firstInside, inside } from '../text/index.ts'
import type { Service } from './mention.ts'

/** Where the service stands that those named below are entitled to. */
export type Place = 'title' | 'heading' | 'opening'

/** Services that a title may name and still be about one matter. */
const MATTERS = 2
/** Blocks of text that may be the opening. */
const OPENING = 3
/** Services of a text whose opening tells what it is about. */
const FEW = 3

/** The services that a text or a section is about, and where they stand. */
export interface Subject {
  readonly services: readonly Service[]
  readonly where: Place
}

/** Finds the services that a block's section is about: those of the nearest heading that names one, else of the opening. */
export function subjectsOf(doc: Doc, services: readonly Service[]): (block: Block) => Subject | undefined {
  const named = (block: Block): readonly Service[] => inside(services, block)
  const isOne = (some: readonly Service[]) => new Set(some.map(({ value }) => value.concept)).size <= MATTERS
  const opening = doc.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'lead').slice(0, OPENING)
  const first = opening.map(named).find((some) => some.length > 0) ?? []
  const start = doc.blocks.find(({ kind }) => kind === 'paragraph' || kind === 'lead')?.index ?? 0
  const headline = doc.blocks.slice(0, start).filter(({ kind }) => kind === 'heading' || kind === 'title')
  const above = headline.map(named).findLast((some) => some.length > 0)
  const whole: Subject | undefined = above
    ? { services: above, where: 'title' }
    : first.length > 0 && new Set(services.map(({ value }) => value.concept)).size <= FEW
      ? { services: first, where: 'opening' }
      : undefined
  return ({ parents }) => {
    const heading = parents.find((index) => {
      const each = doc.blocks[index]
      return each && each.kind === 'heading' && index > start && firstInside(services, each)
    })
    const own = doc.blocks[heading ?? -1]
    const subject: Subject | undefined = own ? { services: named(own), where: 'heading' } : whole
    return subject && isOne(subject.services) ? subject : undefined
  }
}
