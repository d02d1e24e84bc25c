import * as z from 'zod'
import type { Found } from '../extract/extractor.ts'
import { isDative, scopeOf } from '../extract/scope.ts'
import { YOUNG } from '../extract/target-groups/described.ts'
import { type Locale, listIn, perLocale } from '../locales/index.ts'
import { type Doc, firstInside, fold, inside, type Span, sentenceAt, type Token } from '../text/index.ts'
import { conceptOf, isSure, type Refiner } from './refiner.ts'

const list = z.array(z.string())
/** The shape of `lib/locales/<l>/doers.yml`, whose comments say what each list is for. */
const Lists = z.strictObject({
  houses: list,
  staff: list,
  from: list.default([]),
  professions: list.default([]),
  former: list.default([]),
  career: list.default([]),
  training: list.default([]),
  trades: list.default([]),
  leading: list.default([]),
  announcing: list,
  carrying: list,
  venues: list,
  happening: list,
  officials: list,
  visiting: list,
  performing: list,
  helping: list,
  helpers: list,
  mostly: list,
})

type Forms = Readonly<Record<Exclude<keyof z.infer<typeof Lists>, 'leading'> | 'forWhom', ReadonlySet<string>>>

/** Words between people or an institution and the verb that says what they do: "młodzież chętnie odwiedza". */
const NEAR = 3

/**
 * An institution that announces something, is only the place where it happens, was one before or is the one whose director
 * speaks is not what is offered; nor is a minister's visit. Those who help other people, or are on stage, are not served, nor are those
 * whom a trade is named after that somebody learns.
 */
export const doers: Refiner = (found, { doc, locale }) => {
  const forms = formsOf(locale)
  const starts = new Set(found.filter(({ dimension }) => dimension === 'targetGroups').map(({ start }) => start))
  return found.filter((mention) => {
    if (isTrade(doc, forms, mention)) return false
    if (mention.dimension === 'services') return !SIGNS.some((isNone) => isNone(doc, forms, mention))
    return mention.dimension !== 'targetGroups' || !performs(doc, locale, { group: mention, starts })
  })
}

/** Is it called so no more: "w dawnym sanatorium", "u bivšem vrtiću"? A new service may be in the building. */
function isFormer(doc: Doc, { former }: Forms, service: Found): boolean {
  const before = doc.tokens[(firstInside(doc.tokens, service)?.index ?? 0) - 1]
  return before !== undefined && former.has(before.form) && doc.text.slice(before.end, service.start) === ' '
}

/** Is a service's name here that of an institution that acts? */
function isHost(doc: Doc, forms: Forms, service: Found): boolean {
  const words = inside(doc.tokens, service)
  const [first] = words
  if (!first || !words.some(({ form }) => forms.houses.has(form))) return false
  if (isSender(doc, forms, first) || isCareer(doc, forms, first)) return true
  if (!first.capital || !isSure(service)) return false
  if (carries(doc, forms, first) || follow(doc, service).some(({ form }) => forms.announcing.has(form))) return true
  const before = doc.tokens[first.index - 1]
  if (!before || !/^\s*[„"“]?$/u.test(doc.text.slice(before.end, service.start))) return false
  if (forms.staff.has(before.form)) return true
  const sentence = inside(doc.tokens, sentenceAt(doc, service.start))
  return forms.venues.has(before.form) && sentence.some(({ form }) => forms.happening.has(form))
}

/** Does a verb of carrying out stand before it: "projekat realizuje Centar za …"? */
function carries(doc: Doc, { carrying }: Forms, { index, start: service }: Token): boolean {
  const from = sentenceAt(doc, service).start
  return doc.tokens.slice(Math.max(0, index - 2), index).some(({ form, start }) => carrying.has(form) && start >= from)
}

/** Does somebody come from there who does something elsewhere: "pielęgniarki z hospicjum domowego"? */
function isSender(doc: Doc, { from, professions }: Forms, { index, start }: Token): boolean {
  const [person, joint] = doc.tokens.slice(Math.max(0, index - 2), index)
  if (!person || !joint || !from.has(joint.form) || !professions.has(person.form)) return false
  return /^[\s\p{L}„"“]+$/u.test(doc.text.slice(person.start, start))
}

/** Is it where somebody grew up, studied or worked: "przez trzy lata kierowała domem dziecka"? */
function isCareer(doc: Doc, { career }: Forms, { index, start }: Token): boolean {
  const before = doc.tokens.slice(Math.max(0, index - NEAR), index)
  const verb = before.find(({ form }) => career.has(form))
  return verb !== undefined && /^[^\n.!?;:]*$/u.test(doc.text.slice(verb.end, start))
}

/** Words of a training or of a list of trades up to the one in question, at most. */
const COURSE = 14
/** What stands between a training and its trade: "kurs na opiekuna", "kursy zawodowe: florysta, opiekun". */
const LEADING = /^(?:\s\p{L}+){0,2}(?:\s|\s?[:(–-]\s?(?:[\p{L}\s/-]+,\s)*)$/u

/** Is it part of the name of a trade that is taught, and nobody served by it: "kurs opiekuna osób starszych"? */
function isTrade(doc: Doc, { training, trades, forWhom }: Forms, mention: Found): boolean {
  if (training.size === 0 || (mention.dimension !== 'services' && mention.dimension !== 'targetGroups')) return false
  const first = firstInside(doc.tokens, mention)
  const before = doc.tokens[(first?.index ?? 0) - 1]
  const isAfter = before && doc.text.slice(before.end, mention.start) === ' ' && trades.has(before.form)
  const trade = first && trades.has(first.form) ? first : isAfter ? before : undefined
  if (!trade) return false
  const { start } = sentenceAt(doc, trade.start)
  const course = doc.tokens
    .slice(Math.max(0, trade.index - COURSE), trade.index)
    .findLast((token) => token.start >= start && training.has(token.form))
  if (!course || !LEADING.test(doc.text.slice(course.end, trade.start))) return false
  return !inside(doc.tokens, { start: course.end, end: trade.start }).some(({ form }) => forWhom.has(form))
}

/** Is it an official who visits? "Ministarka je obišla Sigurnu kuću." */
function isVisit(doc: Doc, { visiting, officials }: Forms, service: Found): boolean {
  if (!inside(doc.tokens, service).some(({ form }) => visiting.has(form))) return false
  return inside(doc.tokens, sentenceAt(doc, service.start)).some(({ form }) => officials.has(form))
}

/** What shows that the name of a service is none here. */
const SIGNS = [isHost, isVisit, isFormer] as const

/** Are these people on stage, helpers, or young and helping others: "młodzież odwiedza osoby samotne"? */
function performs(doc: Doc, locale: Locale, { group, starts }: { group: Found; starts: ReadonlySet<number> }): boolean {
  const forms = formsOf(locale)
  const words = inside(doc.tokens, group)
  const behind = follow(doc, group)
  if (words.some(({ form }) => isDative(locale, form))) return false
  const before = doc.tokens[(words[0]?.index ?? 0) - 1]
  const isBehindVerb = before && forms.performing.has(before.form) && follow(doc, before)[0] === words[0]
  if (isBehindVerb || behind.some(({ form }) => forms.performing.has(form))) return true
  if (isAmongHelpers(doc, forms, group)) return true
  const verb = behind.find(({ form }) => forms.helping.has(form))
  return YOUNG.has(conceptOf(group)) && verb !== undefined && follow(doc, verb).some(({ start }) => starts.has(start))
}

/** Is it said of helpers who most of them are: "zgłosiło się ośmioro ochotników, głównie emerytów"? */
function isAmongHelpers(doc: Doc, { helpers, mostly }: Forms, group: Found): boolean {
  const first = firstInside(doc.tokens, group)?.index ?? 0
  const before = doc.tokens.slice(Math.max(0, first - NEAR - 1), first)
  const helper = before.findLast(({ form }) => helpers.has(form))
  if (!helper || !/^\s*[,(–-][^,.;:!?\n]*$/u.test(doc.text.slice(helper.end, group.start))) return false
  return before.some(({ form, start }) => start > helper.start && mostly.has(form))
}

/** The next words behind a span, up to a mark or the end of its sentence. */
function follow(doc: Doc, span: Span): Token[] {
  const sentence = sentenceAt(doc, span.start)
  const next = inside(doc.tokens, { start: span.end, end: sentence.end }).slice(0, NEAR)
  const stop = next.findIndex((token, i) => /\S/u.test(doc.text.slice(next[i - 1]?.end ?? span.end, token.start)))
  return stop < 0 ? next : next.slice(0, stop)
}

const formsOf = perLocale((locale): Forms => {
  const lists = listIn(locale, 'doers', Lists)
  const nouns = (words: readonly string[]) =>
    new Set(words.flatMap((word) => (word.endsWith('!') ? [fold(word.slice(0, -1))] : [...locale.inflect(word)])))
  const verbs = (words: readonly string[]) => new Set(words.flatMap((verb) => [...locale.conjugate(verb).finite]))
  const passives = (words: readonly string[]) => words.flatMap((verb) => [...locale.conjugate(verb).passive])
  return {
    houses: nouns(lists.houses),
    staff: nouns(lists.staff),
    from: new Set(lists.from.map(fold)),
    professions: nouns(lists.professions),
    former: nouns(lists.former),
    career: new Set(lists.career.map(fold)),
    training: nouns(lists.training),
    trades: nouns(lists.trades),
    forWhom: new Set([...scopeOf(locale).purposes].filter((word) => !lists.leading.includes(word))),
    venues: new Set(lists.venues.map(fold)),
    officials: nouns(lists.officials),
    announcing: verbs(lists.announcing),
    carrying: verbs(lists.carrying),
    happening: new Set([...verbs(lists.happening), ...passives(lists.happening)]),
    visiting: verbs(lists.visiting),
    performing: verbs(lists.performing),
    helping: verbs(lists.helping),
    helpers: nouns(lists.helpers),
    mostly: new Set(lists.mostly.map(fold)),
  }
})
