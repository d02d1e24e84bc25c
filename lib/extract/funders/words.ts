import * as z from 'zod'
import { Lexicon, type Locale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'

const list = z.array(z.string()).min(1)
const List = z.object({
  giving: list,
  acting: list,
  seeking: list,
  labels: list,
  own: z.object({ actors: z.record(z.string(), list), verbs: list }),
  gifts: list,
  private: list,
  heads: list,
  programmes: list,
  projects: list,
  through: list,
  'out-of': list,
  anaphors: list,
})

/** What a word says of who stands beside it: pays, acts without paying, is only hoped to pay. */
export type Stance = 'giving' | 'acting' | 'seeking'

/** What a word that opens a name names. */
export type Opening = 'organisation' | 'programme' | 'project'

/** The words of money of one language. */
export interface Words {
  readonly stances: Lexicon<Stance>
  readonly labels: Lexicon
  /** Words of a municipality or county as payer, by the funder that its own money is. */
  readonly actors: Lexicon
  readonly spending: Lexicon
  readonly gifts: Lexicon<'gift' | 'private'>
  readonly names: Lexicon<Opening>
  readonly through: Lexicon
  readonly outOf: ReadonlySet<string>
  readonly anaphors: ReadonlySet<string>
}

const known = new WeakMap<Locale, Words>()

/** The words of a locale's list `funders`, read once. Throws where the list has not its shape. */
export function wordsOf(locale: Locale): Words {
  const words = known.get(locale) ?? build(locale)
  known.set(locale, words)
  return words
}

function build(locale: Locale): Words {
  const lists = List.parse(locale.lists['funders'])
  const lexicon = <Id extends string>(entries: readonly (readonly [Id, readonly string[]])[]) =>
    new Lexicon<Id>(entries, locale.inflect)
  const { giving, acting, seeking } = lists
  return {
    stances: lexicon<Stance>([
      ['giving', giving],
      ['acting', acting],
      ['seeking', seeking],
    ]),
    labels: lexicon([['label', lists.labels]]),
    actors: lexicon(Object.entries(lists.own.actors)),
    spending: lexicon([['spending', lists.own.verbs]]),
    gifts: lexicon<'gift' | 'private'>([
      ['gift', lists.gifts],
      ['private', lists.private],
    ]),
    names: lexicon<Opening>([
      ['organisation', lists.heads],
      ['programme', lists.programmes],
      ['project', lists.projects],
    ]),
    through: lexicon([['through', lists.through]]),
    outOf: new Set(lists['out-of'].map(fold)),
    anaphors: new Set(lists.anaphors.map(fold)),
  }
}
