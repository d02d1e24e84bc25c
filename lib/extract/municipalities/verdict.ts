import type { Found } from '../extractor.ts'
import type { Resolved } from './resolve.ts'

/** A rule that found a mention, how sure it is, and why, in words. */
type Verdict = Pick<Found<'municipalities'>, 'rule' | 'confidence' | 'because'>

/** Names the strongest thing that speaks for a mention. */
export function verdictOf({ cues, choice, sighting }: Resolved): Verdict {
  if (sighting.likeness !== undefined) {
    const because = `behind "${cues.head}" words that are ${Math.round(sighting.likeness * 100)} % like this name`
    return { rule: 'municipality/misspelt', confidence: 0.75, because }
  }
  if (sighting.short)
    return { rule: 'municipality/short-name', confidence: 0.8, because: 'a part of a name that the text gives in full' }
  const verdict = strongest(cues)
  if (!choice) return verdict
  return {
    ...verdict,
    confidence: Math.round((verdict.confidence - 0.05) * 100) / 100,
    because: `${verdict.because}; ${choice}`,
  }
}

function strongest(cues: Resolved['cues']): Verdict {
  const { block, plan, body, head, elsewhere } = cues
  if (elsewhere !== undefined)
    return { rule: 'municipality/elsewhere', confidence: 0.8, because: `a name behind "${elsewhere}"` }
  if (block?.kind === 'title') return { rule: 'municipality/title', confidence: 0.97, because: 'a name in the title' }
  if (plan !== undefined && head !== undefined)
    return {
      rule: 'municipality/plan',
      confidence: 0.97,
      because: `a name behind "${head}" in the title of a plan ("${plan}")`,
    }
  if (body !== undefined)
    return { rule: 'municipality/body', confidence: 0.95, because: `a name behind the body "${body}"` }
  if (head !== undefined)
    return { rule: 'municipality/head-word', confidence: 0.95, because: `a name behind "${head}"` }
  if (block?.kind === 'heading')
    return { rule: 'municipality/heading', confidence: 0.9, because: 'a name in a heading' }
  return { rule: 'municipality/name', confidence: 0.85, because: 'a name of the gazetteer, with a capital' }
}
