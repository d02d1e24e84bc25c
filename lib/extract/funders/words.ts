import * as z from 'zod'
import { Lexicon, type Locale, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'

const list = z.array(z.string()).min(1)
const List = z.object({
  giving: list,
  acting: list,
  seeking: list,
  labels: list,
  own: z.object({
    actors: z.record(z.string(), list),
    genitives: z.record(z.string(), list),
    verbs: list,
    pocket: list,
    rest: list,
  }),
  percent: list,
  relatives: list,
  negations: list,
  units: list,
  and: list,
  auxiliaries: list,
  'adjective-endings': list,
  'behind-name': list,
  editions: list,
  captions: list,
  logos: list,
  purses: list,
  speech: list,
  gifts: list,
  private: list,
  firms: list,
  heads: list,
  programmes: list,
  projects: list,
  through: list,
  'out-of': list,
  anaphors: list,
})

/** What a word says of who stands beside it: pays, acts without paying, is only hoped to pay. */
export type Stance = (typeof STANCES)[number]
const STANCES = ['giving', 'acting', 'seeking'] as const

/** What a word that opens a name names. */
export type Opening = 'organisation' | 'firm' | 'programme' | 'project'

/** The words of money of one language. */
export interface Words {
  readonly stances: Lexicon<Stance>
  readonly labels: Lexicon
  /** Words of a municipality or county as payer, by the funder that its own money is. */
  readonly actors: Lexicon
  /** The same in the genitive: "novcem UNICEF-a i opštine". */
  readonly genitives: Lexicon
  /** Verbs of paying; "from its own pocket", which needs no verb near; the rest of a sum. */
  readonly spending: Lexicon<'spending' | 'pocket' | 'rest'>
  readonly gifts: Lexicon<'gift' | 'private'>
  readonly names: Lexicon<Opening>
  readonly through: Lexicon
  readonly outOf: ReadonlySet<string>
  readonly anaphors: ReadonlySet<string>
  /** Alternations for regular expressions on folded words. */
  readonly percent: string
  readonly relative: string
  readonly and: string
  readonly adjective: string
  /** Right before a verb: it is not paid. */
  readonly negations: ReadonlySet<string>
  /** Before an actor: any municipality is meant, not this one: "jedinice lokalne samouprave". */
  readonly units: ReadonlySet<string>
  /** Small words that go on after a name and are no part of it: "Ambasada je …". */
  readonly auxiliaries: ReadonlySet<string>
  /** Words that stand behind the name of a giver: "Erste fondacija". */
  readonly behindName: Lexicon
  readonly editions: Lexicon
  readonly captions: Lexicon
  readonly logos: Lexicon
  /** What money lies in: "budžet", "środki". */
  readonly purses: Lexicon
  /** Verbs of one who speaks. */
  readonly speech: Lexicon
}

/** The words of a locale's list `funders`, read once. Throws where the list has not its shape. */
export const wordsOf = perLocale(build)

function build(locale: Locale): Words {
  const lists = List.parse(locale.lists['funders'])
  const lexicon = <Id extends string>(entries: readonly (readonly [Id, readonly string[]])[]) =>
    new Lexicon<Id>(entries, locale.book)
  const stances = STANCES.map((id) => [id, lists[id]] as const)
  return {
    stances: lexicon<Stance>(stances),
    labels: lexicon([['label', lists.labels]]),
    actors: lexicon(Object.entries(lists.own.actors)),
    genitives: lexicon(Object.entries(lists.own.genitives)),
    spending: lexicon<'spending' | 'pocket' | 'rest'>([
      ['spending', lists.own.verbs],
      ['pocket', lists.own.pocket],
      ['rest', lists.own.rest],
    ]),
    gifts: lexicon<'gift' | 'private'>([
      ['gift', lists.gifts],
      ['private', [...lists.private, ...lists.firms]],
    ]),
    names: lexicon<Opening>([
      ['organisation', lists.heads],
      ['firm', lists.firms],
      ['programme', lists.programmes],
      ['project', lists.projects],
    ]),
    through: lexicon([['through', lists.through]]),
    outOf: setOf(lists['out-of']),
    anaphors: setOf(lists.anaphors),
    percent: either(lists.percent),
    relative: either(lists.relatives),
    and: either(lists.and),
    adjective: either(lists['adjective-endings']),
    negations: setOf(lists.negations),
    units: setOf(lists.units),
    auxiliaries: setOf(lists.auxiliaries),
    behindName: lexicon([['behind', lists['behind-name']]]),
    editions: lexicon([['edition', lists.editions]]),
    captions: lexicon([['caption', lists.captions]]),
    logos: lexicon([['logo', lists.logos]]),
    purses: lexicon([['purse', lists.purses]]),
    speech: lexicon([['speech', lists.speech]]),
  }
}

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))

/** An alternation for a regular expression on folded words. */
const either = (words: readonly string[]): string => words.map(fold).join('|')
