import * as z from 'zod'
import { type Locale, listIn, perLocale } from '../locales/index.ts'
import { blockAt, type Doc, fold, type Token } from '../text/index.ts'

const phrases = z.array(z.string())
const forms = phrases.transform((words): ReadonlySet<string> => new Set(words.map(fold)))
/**
 * The shape of `lib/locales/<l>/names.yml`, whose comments say what each list is for: phrases, or words looked up as
 * they stand.
 */
const Names = z.strictObject({
  organisations: phrases,
  closed: phrases,
  associations: phrases,
  laws: phrases,
  joints: forms,
  and: forms,
  aims: z.record(z.string(), forms).default({}),
  places: forms,
  locatives: forms,
  streets: forms.default(new Set<string>()),
  purposes: forms,
  datives: phrases,
  'with-dative': phrases,
  ends: forms,
})

/** The words of a language that open names, and with which they go on, read once. */
export const wordsOf = perLocale((locale) => listIn(locale, 'names', Names))

interface Grammar extends z.infer<typeof Names> {
  readonly abbreviations: ReadonlySet<string>
  isVerb(form: string): boolean
  /** Forms of nouns that take a dative themselves: pomoć, podrška. */
  readonly governing: ReadonlySet<string>
}

/** Words a name goes on for behind a joint, at most. */
const LONGEST_TAIL = 7
/** A dative is no shorter: "im" by itself is a pronoun. */
const SHORTEST_DATIVE = 5

/** How far the head of a name reaches, and how its name goes on. */
interface Head {
  readonly last: number
  readonly isClosed: boolean
  /** Does its date end in a full stop: "ustawa z dnia 12 marca 2004 r."? */
  readonly isDated?: boolean
  /** May it say what it is on: "ustawa o zasiłku na dziecko"? */
  readonly isLaw?: boolean
}

/** Index behind the last token of a name whose head ends before token `last`. A closed name takes capitals and its place only. */
export function tailEnd(doc: Doc, locale: Locale, { last, isClosed, isDated = false, isLaw = false }: Head): number {
  const grammar = grammarOf(locale)
  let end = last
  let joined = 0
  let isPurpose = false
  for (let i = last; i < doc.tokens.length; i++) {
    const token = doc.tokens[i]
    const before = doc.tokens[i - 1]
    if (
      !token ||
      !before ||
      !(isNext(doc, grammar, [before, token]) || (isDated && i === last)) ||
      grammar.ends.has(token.form)
    )
      break
    if (grammar.joints.has(token.form)) {
      if (isClosed && !(grammar.places.has(token.form) && doc.tokens[i + 1]?.capital)) break
      if (!isLaw && isAim(grammar, token, doc.tokens[i + 1])) break
      joined = LONGEST_TAIL
      isPurpose = grammar.purposes.has(token.form)
      continue
    }
    if (grammar.and.has(token.form)) {
      // Who is named beside a closed name acts with it: "Crveni krst i učenici".
      joined = isClosed ? 1 : joined && LONGEST_TAIL
      continue
    }
    if (!token.capital && (!joined || isOver(grammar, [before, token], isPurpose))) break
    if (grammar.governing.has(token.form)) isPurpose = false
    joined = token.capital && grammar.places.has(before.form) ? 0 : Math.max(0, joined - 1)
    end = i + 1
  }
  return end
}

/** Does a joint with small words behind it say what for somebody goes there: "do domu kultury na zajęcia"? */
function isAim({ aims }: Grammar, { form }: Token, next: Token | undefined): boolean {
  const own = aims[form]
  return own !== undefined && next !== undefined && !next.capital && !own.has(next.form)
}

/** Is a small word no part of a name any more: a verb, or the dative of those for whom something is done? */
function isOver({ joints, isVerb, datives }: Grammar, [before, { form }]: [Token, Token], isPurpose: boolean): boolean {
  if (isPurpose && form.length >= SHORTEST_DATIVE && datives.some((ending) => form.endsWith(ending))) return true
  // Behind a preposition stands a noun: "o dodeli" is no verb.
  return isVerb(form) && !joints.has(before.form)
}

/** Nothing but space, a line end or an opening quote stands between, and both stand in one block: a name ends with its row. */
export const adjacent = (doc: Doc, a: Token, b: Token): boolean =>
  /^[^\S\n]*\n?[^\S\n]*[„"“-]?$/u.test(doc.text.slice(a.end, b.start)) &&
  blockAt(doc, a.start) === blockAt(doc, b.start)

/** As `adjacent`, or with the full stop of an abbreviation between: "im. Dzieci Ulicy". */
const isNext = (doc: Doc, { abbreviations, joints }: Grammar, [a, b]: [Token, Token]): boolean =>
  adjacent(doc, a, b) ||
  (joints.has(a.form) && abbreviations.has(a.form) && /^\.[^\S\n]*$/u.test(doc.text.slice(a.end, b.start)))

const grammarOf = perLocale((locale): Grammar => {
  const names = wordsOf(locale)
  return {
    ...names,
    abbreviations: locale.abbreviations,
    isVerb: locale.isVerb,
    governing: new Set(names['with-dative'].flatMap((noun) => [...locale.inflect(noun)])),
  }
})
