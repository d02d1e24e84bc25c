import * as z from 'zod'
import { bookOf, type Hit, Lexicon, type Locale, listIn, perLocale } from '../locales/index.ts'
import { contains, type Doc, fold, inOrder, overlapping, type Span, sentenceAt } from '../text/index.ts'
import { isConcept, type Refiner } from './refiner.ts'

const CUES = ['partners', 'company', 'guests', 'agent', 'thanks', 'over', 'works'] as const
type Cue = (typeof CUES)[number]

const phrases = z.array(z.string())
/** The shape of `lib/locales/<l>/partners.yml`, whose comments say what each list is for. */
const Partners = z.strictObject({
  partners: phrases,
  company: phrases,
  guests: phrases.default([]),
  agent: phrases,
  thanks: phrases,
  over: phrases,
  works: phrases.default([]),
  making: phrases,
  impersonal: phrases.default([]),
  stops: phrases,
})

interface Words {
  readonly cues: Lexicon<Cue>
  readonly stops: ReadonlySet<string>
  readonly making: ReadonlySet<string>
}

/** Cues behind which only institutions act, or only a service is past: the people there are served all the same. */
const OF_SERVICES: ReadonlySet<Cue> = new Set(['company', 'guests', 'over'])
/** Words behind a cue that may belong to it, and of a list of those who are thanked. */
const LONGEST: Readonly<Record<Cue, number>> = {
  partners: 15,
  company: 15,
  guests: 60,
  agent: 8,
  thanks: 60,
  over: 4,
  works: 8,
}
/** Words between a passive participle and its agent: "wykonane własnoręcznie przez". */
const NEAR = 3

/**
 * With whom and by whom something is done is neither offered nor served: "u saradnji sa udruženjem građana", "kartki
 * wykonane przez przedszkolaków i młodzież". Nor are those who are thanked, the institutions whose people are guests, and
 * what a film or a book tells of. What had to end before is not offered, nor where people come from: "po zakończeniu
 * psychoterapii", "mladi odrasli u hraniteljskoj porodici"; what only begins there is.
 */
export const partners: Refiner = (found, { doc, locale }) => {
  const words = wordsOf(locale)
  const cues = words.cues.find(doc).filter((cue) => cue.id !== 'agent' || isMade(doc, words, cue))
  if (cues.length === 0) return found
  const of = (isService: boolean) =>
    overlapping(
      cues
        .filter(({ id }) => isService || !OF_SERVICES.has(id))
        .map((cue) => stretchOf(doc, locale, cue))
        .sort(inOrder),
    )
  const [services, groups] = [of(true), of(false)]
  const acts = (mention: Span, isService: boolean) =>
    (isService ? services : groups)(mention).some((stretch) => contains(stretch, mention))
  return found.filter((mention) => !isConcept(mention) || !acts(mention, mention.dimension === 'services'))
}

/** Does a passive participle of making stand before an agent: "wykonane przez"? */
const isMade = (doc: Doc, { making }: Words, { first, start }: Hit): boolean =>
  doc.tokens
    .slice(Math.max(0, first - NEAR), first)
    .some((token) => making.has(token.form) && token.start >= sentenceAt(doc, start).start)

/** What belongs to a cue: the words behind it up to a verb, a word of purpose or the end of its clause. */
function stretchOf(doc: Doc, locale: Locale, { id, last, start, end }: Hit<Cue>): Span {
  const { stops } = wordsOf(locale)
  let reach = end
  for (const token of doc.tokens.slice(last, last + LONGEST[id])) {
    const between = doc.text.slice(reach, token.start)
    const isList = id === 'thanks' || id === 'guests' || token.capital
    if (!/^[\s„”“"'-]*(?:,\s*)?[„“"]?$/u.test(between) || /\n\s*\n/u.test(between)) break
    if ((between.includes(',') && !isList) || stops.has(token.form) || locale.isVerb(token.form)) break
    reach = token.end
  }
  // "U saradnji sa" is said of what is done, and never the service that such words are elsewhere; nor is "odrastao u domu".
  return { start: id === 'partners' || id === 'over' ? start : end, end: reach }
}

const wordsOf = perLocale((locale): Words => {
  const lists = listIn(locale, 'partners', Partners)
  const made = lists.making.flatMap((verb) => {
    const { passive, finite } = locale.conjugate(verb)
    const impersonal = [...finite].filter((form) => lists.impersonal.some((ending) => form.endsWith(ending)))
    return [...passive, ...impersonal]
  })
  return {
    cues: new Lexicon(
      CUES.map((cue) => [cue, lists[cue]] as const),
      bookOf(locale),
    ),
    stops: new Set(lists.stops.map(fold)),
    making: new Set(made),
  }
})
