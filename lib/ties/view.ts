import * as z from 'zod'
import { conceptOf, groupOf } from '../concepts/index.ts'
import type { Found } from '../extract/extractor.ts'
import { scopeOf } from '../extract/scope.ts'
import { bookOf, Lexicon, type Locale, listIn, perLocale } from '../locales/index.ts'
import { type Block, type Doc, fold, inOrder, inside, type Span } from '../text/index.ts'
import { type Chain, chainsOf } from './chain.ts'
import { type Entitlements, entitledOf } from './entitled.ts'
import { type Lists, listsOf } from './list.ts'
import type { Group, Service } from './mention.ts'
import { outerItems } from './outer.ts'
import { type Audiences, audiencesOf } from './told.ts'

/** Words that tie, in one language. */
interface Words {
  readonly turns: ReadonlySet<string>
  readonly purposes: ReadonlySet<string>
  /** Words with which a lead addresses its list, and with which it tells who is left out. */
  readonly leading: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
  /** Words that join groups. */
  readonly joints: ReadonlySet<string>
  /**
   * Words that address a service to somebody, that head the list of those it is for, that take up a group, and that
   * take up a service.
   */
  readonly lexicons: Readonly<Record<Cue, Lexicon>>
}

type Cue = 'addressed' | 'audience' | 'pronouns' | 'here'

/** A document's services and groups in reading order, the enumerations they form, and the words that tie them. */
export interface View extends Words {
  readonly doc: Doc
  readonly services: readonly Service[]
  readonly groups: readonly Group[]
  readonly chains: readonly Chain[]
  readonly chainOf: ReadonlyMap<Service | Group, Chain>
  /** Where words stand that address a service, head those it is for, take up a group, or take up a service. */
  readonly cues: Readonly<Record<Cue, readonly Span[]>>
  /** The item that an item of a list within a list stands under, by index. */
  readonly outer: ReadonlyMap<number, number>
  /** The groups that the text entitles to the service of its title, of a heading or of its opening. */
  readonly entitled: Entitlements
  readonly lists: Lists
  /** Where the text tells once for whom all services of a section are. */
  readonly audiences: Audiences
  /** How many paragraphs there are among the blocks up to each. */
  readonly paragraphs: readonly number[]
  /** How many of the group mentions are of one concept, 0–1. */
  share(concept: string): number
  /** Is a heading one of several of its rank or above? The only heading of an article is its title in truth. */
  divides(block: Block): boolean
}

const Ties = z.record(
  z.enum(['addressed', 'audience', 'pronouns', 'here', 'leading', 'negations', 'joints']),
  z.array(z.string()),
)

/** What the ties of a document are told by, gathered once. */
export function viewOf(doc: Doc, locale: Locale, found: readonly Found[]): View {
  const words = wordsOf(locale)
  const services = servicesIn(found)
  const groups = found.filter((one) => one.dimension === 'targetGroups').sort(inOrder)
  const counts = countsOf(groups.map((group) => group.value.concept))
  const levels = doc.blocks.filter((block) => block.kind === 'heading').map((block) => block.level)
  const ranks = new Map([...new Set(levels)].map((rank) => [rank, levels.filter((level) => level <= rank).length]))
  const cues = {
    addressed: words.lexicons.addressed.find(doc),
    audience: words.lexicons.audience.find(doc),
    pronouns: words.lexicons.pronouns.find(doc),
    here: words.lexicons.here.find(doc),
  }
  const lists = listsOf({ doc, services, groups })
  return {
    ...words,
    cues,
    doc,
    services,
    groups,
    ...chainsOf(doc, services, groups),
    outer: outerItems(doc),
    lists,
    audiences: audiencesOf({ doc, services, cues }),
    entitled: entitledOf({ ...words, doc, cues, services, groups, lists }),
    paragraphs: paragraphsUpTo(doc),
    share: (concept) => (counts.get(concept) ?? 0) / Math.max(1, groups.length),
    divides: ({ level }) => (ranks.get(level) ?? 0) > 1,
  }
}

/** A line of cells is no paragraph: "Zadanie → sposób realizacji → źródło" heads what stands below it. */
const CELLS = /\s[→|]\s[^→|]+\s[→|]\s/u

function paragraphsUpTo({ text, blocks }: Doc): number[] {
  let count = 0
  return blocks.map(({ kind, start, end }) => {
    if (kind === 'paragraph' && !CELLS.test(text.slice(start, end))) count++
    return count
  })
}

/** The services among mentions, in reading order. */
export const servicesIn = (found: readonly Found[]): Service[] =>
  found.filter((one) => one.dimension === 'services').sort(inOrder)

function countsOf(concepts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1)
  return counts
}

/** Is a service by its nature for a group (`yes`), for others of its kind (`kin`), for others (`no`), or for anybody? */
export function natureOf(service: Service, group: string): 'yes' | 'kin' | 'no' | 'anybody' {
  const serves = conceptOf('services', service.value.concept ?? '')?.serves ?? []
  if (serves.length === 0) return 'anybody'
  if (serves.includes(group)) return 'yes'
  const kind = groupOf('target-groups', group)
  return serves.some((served) => groupOf('target-groups', served) === kind) ? 'kin' : 'no'
}

/** Does a word of purpose stand in this stretch of text, as "za" in "klub za mlade"? */
export const hasPurpose = (doc: Doc, { purposes }: Pick<Words, 'purposes'>, stretch: Span): boolean =>
  inside(doc.tokens, stretch).some((token) => purposes.has(token.form))

/** Is the word right before a position one of purpose, as "za" in "predstava za decu"? */
export const followsPurpose = (doc: Doc, { purposes }: Pick<Words, 'purposes'>, position: number): boolean =>
  purposes.has(inside(doc.tokens, { start: position - LONGEST_WORD, end: position }).at(-1)?.form ?? '')

/** Characters of a word of purpose, and of what parts it from the next, at most. */
const LONGEST_WORD = 24

export const wordsOf = perLocale((locale): Words => {
  const { turns, purposes } = scopeOf(locale)
  const ties = listIn(locale, 'ties', Ties)
  const lexicon = (cue: Cue) => new Lexicon([[cue, ties[cue]]], bookOf(locale))
  return {
    turns,
    purposes,
    leading: new Set(ties.leading.map(fold)),
    negations: new Set(ties.negations.map(fold)),
    joints: new Set(ties.joints.map(fold)),
    lexicons: {
      addressed: lexicon('addressed'),
      audience: lexicon('audience'),
      pronouns: lexicon('pronouns'),
      here: lexicon('here'),
    },
  }
})
