import type { Found } from '../extract/extractor.ts'
import { scopeOf } from '../extract/scope.ts'
import { bookOf, Lexicon, type Locale, perLocale } from '../locales/index.ts'
import {
  blockAt,
  clauseAt,
  contains,
  type Doc,
  firstInside,
  inOrder,
  inside,
  overlapping,
  type Span,
  sentenceAt,
} from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

/**
 * What the text refuses is not offered: a service in a clause with a refusal ("sigurna kuća ne postoji", "DPS-u miasto
 * budować nie zamierza"), anything under a heading that says what is not done, whoever is left out. What people lack refuses
 * nothing: "ko nema gde da prenoći". Nor is offered what something is not, "to nije klub", nor served who somebody is not:
 * "nie jesteśmy bezdomni".
 */
export const refusal: Refiner = (found, { doc, locale }) => {
  const cues = cuesOf(locale)
  const { turns, it } = scopeOf(locale)
  const lacks = overlapping(cues.lacking.find(doc))
  const refusals = cues.refusal.find(doc).filter((hit) => !lacks(hit).some((lack) => contains(lack, hit)))
  // "Stari koji ne mogu da podnesu zahtev" are who it is for.
  const exclusions = cues.excluding.find(doc).filter((hit) => lacks(hit).length === 0)
  const denied = new Set(cues.denial.find(doc).map(({ last }) => doc.tokens[last]?.start))
  const asking = { asked: cues.asking.find(doc), declined: cues.declining.find(doc), it }
  const headings = blocksOf(doc, cues.heading.find(doc))
  const exclude = blocksOf(doc, cues.excludingHeading.find(doc))
  const refused = (mention: Found): boolean => {
    const block = blockAt(doc, mention.start)
    const over = block?.parents.filter((parent) => isHead(doc, parent)) ?? []
    // A sentence below "Ko ne može da se prijavi" may tell where else a service is to be had; an item does not.
    const isLeftOut = mention.dimension === 'targetGroups' || block?.kind === 'item'
    if (over.some((parent) => headings.has(parent) || (isLeftOut && exclude.has(parent)))) return true
    const clause = clauseAt(doc, mention, turns)
    if (inside(exclusions, clause).some((hit) => hit.end <= mention.start && !isAside(doc, hit, mention))) return true
    if (denied.has(mention.start)) return true
    if (mention.dimension !== 'services') return false
    if (isDeclined(doc, asking, mention)) return true
    if (TOLD.has(mention.rule) && isNegated(doc, locale, mention)) return true
    return inside(refusals, clause).some((hit) => !contains(mention, hit) && !isAside(doc, hit, mention))
  }
  const gone = new Set(found.filter((mention) => isConcept(mention) && refused(mention)))
  // "Ośrodka dla nieletnich miasto nie prowadzi": those whom the words of a refused service name are not served by it.
  const goneAt = overlapping([...gone].filter(({ dimension }) => dimension === 'services').sort(inOrder))
  const isOfRefused = (mention: Found): boolean =>
    mention.dimension === 'targetGroups' && goneAt(mention).some((service) => contains(service, mention))
  return found.filter((mention) => !gone.has(mention) && !isOfRefused(mention))
}

const blocksOf = (doc: Doc, hits: readonly Span[]): ReadonlySet<number | undefined> =>
  new Set(hits.map((hit) => blockAt(doc, hit.start)?.index))

/** Does a cue stand in brackets and the mention outside: "miejsce w hostelu (gmina własnego nie posiada)"? */
function isAside(doc: Doc, cue: Span, mention: Span): boolean {
  if (cue.start >= mention.end) return doc.text.slice(mention.end, cue.start).search(/\([^)]*$/u) >= 0
  return doc.text.slice(cue.end, mention.start).search(/^[^(]*\)/u) >= 0
}

/**
 * Was it asked for in vain: "wnioskowaliśmy o świetlicę, lecz tych zadań wojewoda nie dofinansował"? Words of asking stand
 * before it in its sentence, and behind a comma a word for all that was asked for, with one of declining.
 */
function isDeclined(doc: Doc, { asked, declined, it }: Asking, mention: Span): boolean {
  if (asked.length === 0 || declined.length === 0) return false
  const sentence = sentenceAt(doc, mention.start)
  const comma = doc.text.indexOf(',', mention.end)
  const behind = { start: comma < 0 ? sentence.end : comma, end: sentence.end }
  return (
    inside(asked, sentence).some((hit) => hit.end <= mention.start) &&
    firstInside(declined, behind) !== undefined &&
    inside(doc.tokens, behind)
      .slice(0, OPENING)
      .some(({ form }) => it.has(form))
  )
}

/** What was asked for and declined, and the words for it. */
interface Asking {
  readonly asked: readonly Span[]
  readonly declined: readonly Span[]
  readonly it: ReadonlySet<string>
}

/** Words that open a clause: "lecz tych". */
const OPENING = 2

/** Rules whose words may be a verb with its object. */
const TOLD: ReadonlySet<string> = new Set(['service/around', 'service/context', 'service/group'])

/** Does "nie" stand right before what is told, or before its verb: "nie mogą znaleźć pracy"? */
function isNegated(doc: Doc, locale: Locale, mention: Span): boolean {
  const { negation } = scopeOf(locale)
  const first = firstInside(doc.tokens, mention)?.index ?? 0
  const [earlier, before] = doc.tokens.slice(Math.max(0, first - 2), first)
  if (!earlier || !before) return false
  return negation.has(before.form) || (negation.has(earlier.form) && locale.isVerb(before.form))
}

const isHead = (doc: Doc, index: number): boolean => doc.blocks[index]?.kind !== 'title'

const cuesOf = perLocale((locale) => {
  const scope = scopeOf(locale)
  const lexicon = (phrases: readonly string[]) => new Lexicon([['cue', phrases]], bookOf(locale))
  return {
    refusal: lexicon(scope.refusal),
    lacking: lexicon(scope.lacking),
    heading: lexicon(scope['refusing-heading']),
    excludingHeading: lexicon(scope['excluding-heading']),
    excluding: lexicon(scope.excluding),
    denial: lexicon(scope.denial),
    asking: lexicon(scope.asking),
    declining: lexicon(scope.declining),
  }
})
