import { bookOf, Lexicon, type Locale, listIn, perLocale } from '../../locales/index.ts'
import { fold } from '../../text/index.ts'
import { List } from './lists.ts'

/** What a word says of who stands beside it: pays, acts without paying, is only hoped to pay. */
export type Stance = (typeof STANCES)[number]
const STANCES = ['giving', 'acting', 'seeking'] as const

/** Words of support before a municipality; several municipalities with their verb; who gets money from one. */
export type Backing = 'backing' | 'together' | 'received'

/** What a word that opens a name names. */
export type Opening = 'organisation' | 'firm' | 'association' | 'programme' | 'project'

/** The words of money of one language. */
export interface Words {
  readonly stances: Lexicon<Stance>
  readonly labels: Lexicon
  /** Labels that may also head a sentence with a colon: "Koszty: gmina". */
  readonly spoken: Lexicon
  /** Labels where they stand alone: "Sredstva"; those that only head a column: "Budžet". */
  readonly means: Lexicon
  readonly costs: Lexicon
  /** The funder that the own money of a municipality is. */
  readonly budget: string
  /** Words of a municipality or county as payer, by the funder that its own money is. */
  readonly actors: Lexicon
  /** The same in the genitive: "novcem UNICEF-a i opštine". */
  readonly genitives: Lexicon
  /** Verbs of paying; "from its own pocket", which needs no verb near; the rest of a sum. */
  readonly spending: Lexicon<'spending' | 'pocket' | 'rest'>
  readonly backing: Lexicon<Backing>
  /** Municipalities behind words of support, in their case: "uz podršku opštine". */
  readonly backers: Lexicon
  /** Behind "budget": not the municipality's ("budžetu projekta"). */
  readonly othersBudgets: ReadonlySet<string>
  /** Behind "own means": those of somebody else, or no money ("i możliwości"). */
  readonly othersMoney: string
  readonly gifts: Lexicon<'gift' | 'private'>
  readonly names: Lexicon<Opening>
  /** "poklonilo": right beside an association it gives. */
  readonly handing: Lexicon
  readonly through: Lexicon
  /** Calls for applications: "konkurs". */
  readonly calls: Lexicon
  readonly outOf: ReadonlySet<string>
  readonly anaphors: ReadonlySet<string>
  /** "donatori": givers without a name, or a label for those that have one. */
  readonly persons: Lexicon
  /** "przekazano", before a colon: those behind it are given to. */
  readonly givenTo: Lexicon
  /** "dobija", behind its subject: that is given to. */
  readonly receiving: Lexicon
  /** "do kasy", with a word of coming in: money that a town gets. */
  readonly into: Lexicon
  readonly inflow: Lexicon
  /** "preuzima", beside the money of a town: it pays. */
  readonly bearing: ReadonlySet<string>
  readonly copulas: ReadonlySet<string>
  /** "dzięki", right before who has made it possible. */
  readonly thanksTo: ReadonlySet<string>
  /** Before the first of those who pay: "głównie". */
  readonly mostly: string
  /** Before a programme: money comes by it ("w ramach", "u okviru"). */
  readonly within: Lexicon
  /** Right before a programme: it is paid for. */
  readonly paid: Lexicon
  /** "preko", before one that money only passes through. */
  readonly channels: ReadonlySet<string>
  /** Right before an office: something happens there. */
  readonly rooms: ReadonlySet<string>
  readonly premises: ReadonlySet<string>
  /** "zgodny z": a plan stands beside another one. */
  readonly referring: Lexicon
  /** "na realizację": what money is for, and not who does it. */
  readonly purposes: Lexicon
  /** "d.o.o.", behind the name of a company. */
  readonly legalForms: Lexicon
  /** "federalno", before a ministry: it is another country's. */
  readonly foreign: Lexicon
  /** Donor countries by the agency that gives their money, and the names of all that a ministry may be of. */
  readonly donors: Lexicon
  readonly countries: Lexicon
  /** Heads of names that go on over "i": "Ministarstvo omladine i sporta". */
  readonly offices: Lexicon
  /** Endings of a firm behind what it made, and of who gives the sum before it. */
  readonly makerEndings: readonly string[]
  readonly ownerEndings: readonly string[]
  /** The stem of a head → its ending in the nominative. */
  readonly nominatives: readonly (readonly [string, string])[]
  /** Heads of a column for all other givers: "Ostali". */
  readonly others: Lexicon
  /** Behind a programme's name: "na lata". */
  readonly terms: string
  /** Between a payer and its verb: "u saradnji sa …" between commas, "od ove godine". */
  readonly asides: string
  readonly times: string
  /** Words that go on after a name and are none of it, beside small ones: "dalje". */
  readonly noName: ReadonlySet<string>
  /** Words that join the last member of a list to the others: "i", "oraz". */
  readonly joining: ReadonlySet<string>
  /** Alternations for regular expressions on folded words. */
  readonly percent: string
  /** How verbs begin that tell by themselves of a share. */
  readonly sharing: string
  /** Behind a figure: it is money. */
  readonly sums: string
  readonly relative: string
  readonly and: string
  readonly but: string
  /** Words that open another clause: those of a contrast, relatives. */
  readonly turning: ReadonlySet<string>
  /** Between the capitals of one name: "Nauka dla Środowiska". */
  readonly joints: string
  readonly adjective: string
  /** Right before a verb: it is not paid. */
  readonly negations: ReadonlySet<string>
  /** Behind these a word of negation is a pronoun: "dotacja na nie". */
  readonly beforePronouns: ReadonlySet<string>
  readonly without: ReadonlySet<string>
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
  readonly speech: Lexicon
}

/** The words of a locale's list `funders`, read once. Throws where the list has not its shape. */
export const wordsOf = perLocale((locale): Words => build(listIn(locale, 'funders', List), locale))

function build(lists: List, locale: Locale): Words {
  const book = bookOf(locale)
  const lexicon = <Id extends string>(entries: readonly (readonly [Id, readonly string[]])[]) =>
    new Lexicon<Id>(entries, book)
  return {
    ...formsOf(lists),
    ...phrasesOf(lists, (phrases) => new Lexicon([['phrase', phrases]], book)),
    stances: lexicon<Stance>(STANCES.map((id) => [id, lists[id]] as const)),
    actors: lexicon(Object.entries(lists.own.actors)),
    genitives: lexicon(Object.entries(lists.own.genitives)),
    spending: lexicon(spendingOf(lists)),
    backing: lexicon(backingOf(lists)),
    backers: lexicon(Object.entries(lists.own.backers)),
    gifts: lexicon<'gift' | 'private'>([
      ['gift', lists.gifts],
      ['private', [...lists.private, ...lists.firms]],
    ]),
    names: lexicon(openingsOf(lists)),
    donors: lexicon(Object.entries(lists.countries)),
    countries: lexicon([...Object.entries(lists.countries), ['other', lists['other-countries']]]),
  }
}

/** Words of which it matters only where they stand. */
const phrasesOf = (lists: List, lexicon: (phrases: readonly string[]) => Lexicon) => ({
  labels: lexicon(lists.labels),
  spoken: lexicon([...lists.labels, ...lists.spoken]),
  means: lexicon(lists.means),
  costs: lexicon(lists.costs),
  handing: lexicon(lists.handing),
  through: lexicon(lists.through),
  calls: lexicon(lists.calls),
  persons: lexicon(lists.persons),
  givenTo: lexicon(lists['given-to']),
  receiving: lexicon(lists.receiving),
  into: lexicon(lists.into),
  inflow: lexicon(lists.inflow),
  within: lexicon(lists.within),
  paid: lexicon(lists.paid),
  purposes: lexicon(lists.purposes),
  referring: lexicon(lists.referring),
  legalForms: lexicon(lists['legal-forms']),
  foreign: lexicon(lists.foreign),
  offices: lexicon(lists.offices),
  others: lexicon(lists.others),
  behindName: lexicon(lists['behind-name']),
  editions: lexicon(lists.editions),
  captions: lexicon(lists.captions),
  logos: lexicon(lists.logos),
  purses: lexicon(lists.purses),
  speech: lexicon(lists.speech),
})

/** Words of support before a municipality; municipalities with their verb; who gets money from one. */
const backingOf = ({ own }: List): [Backing, string[]][] => [
  ['backing', own.backing],
  ['together', own.together],
  ['received', own.received],
]

/** Verbs of paying, its own pocket, the rest of a sum. */
const spendingOf = ({ own }: List): ['spending' | 'pocket' | 'rest', string[]][] => [
  ['spending', own.verbs],
  ['pocket', own.pocket],
  ['rest', own.rest],
]

/** Words that open the name of a giver. */
const openingsOf = (lists: List): [Opening, string[]][] => [
  ['organisation', lists.heads],
  ['firm', lists.firms],
  ['programme', lists.programmes],
  ['project', lists.projects],
  ['association', lists.associations],
]

/** Words that are looked up as they stand. */
const formsOf = (lists: List) => ({
  percent: either(lists.percent),
  sharing: either(lists.sharing),
  sums: either(lists.sums),
  relative: either(lists.relatives),
  joining: setOf(lists.and),
  and: either(lists.and),
  but: either(lists.but),
  turning: setOf([...lists.but, ...lists.relatives]),
  joints: lists.joints.join('|'),
  adjective: either(lists['adjective-endings']),
  negations: setOf(lists.negations),
  beforePronouns: setOf(lists['before-pronouns']),
  without: setOf(lists.without),
  units: setOf(lists.units),
  auxiliaries: setOf(lists.auxiliaries),
  outOf: setOf(lists['out-of']),
  anaphors: setOf(lists.anaphors),
  copulas: setOf(lists.copulas),
  bearing: setOf(lists.bearing),
  thanksTo: setOf(lists['thanks-to']),
  mostly: either(lists.mostly),
  othersBudgets: setOf(lists.own['others-budgets']),
  othersMoney: either(lists.own['others-money']),
  budget: lists.own.budget,
  makerEndings: lists['maker-endings'],
  ownerEndings: lists['owner-endings'],
  nominatives: Object.entries(lists.nominatives),
  noName: setOf(lists['no-name']),
  channels: setOf(lists.channels),
  rooms: setOf(lists.rooms),
  premises: setOf(lists.premises),
  terms: either(lists.terms),
  asides: either(lists.asides),
  times: either(lists.times),
})

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))

/** An alternation for a regular expression on folded words. */
const either = (words: readonly string[]): string => words.map(fold).join('|')
