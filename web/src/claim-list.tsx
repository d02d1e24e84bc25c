import { useState } from 'preact/hooks'
import type { Dimension } from '../../lib/contract/index.ts'
import { ClaimItem } from './claim-item.tsx'
import { type Claim, LISTED } from './claims.ts'
import { DIMENSION_WORDS } from './words.ts'

interface Listed {
  readonly claims: readonly Claim[]
  /** Dimensions whose words are not marked in the text. */
  readonly hidden: ReadonlySet<Dimension>
  toggle(dimension: Dimension): void
}

/** The claims of a document, dimension by dimension, each leading to its words; folded away on small screens. */
export function ClaimList({ claims, hidden, toggle }: Listed) {
  const [wide] = useState(() => matchMedia('(min-width: 62rem)').matches)
  return (
    <details class="claims" open={wide}>
      <summary>What this document says</summary>
      {claims.length === 0 && <p class="quiet-note">Nothing was found in this document.</p>}
      {LISTED.map((dimension) => {
        const own = claims.filter((claim) => claim.dimension === dimension)
        if (own.length === 0) return null
        return (
          <section key={dimension} class={dimension}>
            <header>
              <h2>
                {DIMENSION_WORDS[dimension]} <span class="count">{own.length}</span>
              </h2>
              <label class="switch">
                <input
                  type="checkbox"
                  role="switch"
                  checked={!hidden.has(dimension)}
                  aria-checked={!hidden.has(dimension)}
                  onChange={() => toggle(dimension)}
                  aria-label={`Mark ${DIMENSION_WORDS[dimension].toLowerCase()} in the text`}
                />
                Mark
              </label>
            </header>
            <ul>
              {own.map((claim) => (
                <ClaimItem key={claim.key} claim={claim} />
              ))}
            </ul>
          </section>
        )
      })}
    </details>
  )
}
