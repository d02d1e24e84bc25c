import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Proof } from './claims.ts'
import { useRouter } from './router.tsx'
import { DIMENSION_WORDS, percent } from './words.ts'

interface Bar {
  readonly proofs: readonly Proof[]
  /** What else can be done with the chosen words. */
  readonly children: ComponentChildren
}

/** Says what the chosen words prove and why, and leads to the mentions before and after. */
export function ProofBar({ proofs, children }: Bar) {
  const { view, go } = useRouter()
  const [copied, setCopied] = useState('')
  if (proofs.length === 0) return null
  const { at } = view
  const index = at ? proofs.findIndex(({ start, end }) => start === at.start && end === at.end) : -1
  const proof = proofs[index]
  const after = at ? proofs.findIndex(({ start }) => start > at.start) : 0
  const before = at ? proofs.findLastIndex(({ start }) => start < at.start) : -1
  const open = (target: Proof | undefined) => target && go({ at: { start: target.start, end: target.end } }, true)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(location.href)
  }
  return (
    <aside class={`proof-bar ${proof?.claim.dimension ?? ''}`} aria-label="Chosen words">
      <p aria-live="polite">
        {proof ? (
          <>
            <strong lang={proof.claim.lang}>{proof.claim.name}</strong>
            <span class="aside">
              {DIMENSION_WORDS[proof.claim.dimension]} · {percent(proof.mention.confidence)} · {proof.mention.because}
            </span>
          </>
        ) : (
          <span class="aside">{proofs.length} marked places</span>
        )}
      </p>
      <div class="buttons">
        <button type="button" disabled={before < 0} onClick={() => open(proofs[before])}>
          Previous
        </button>
        <button type="button" disabled={after < 0} onClick={() => open(proofs[after])}>
          Next
        </button>
        {children}
        {at && (
          <button type="button" class="quiet" onClick={() => void copy()}>
            {copied === location.href ? 'Link copied' : 'Copy link'}
          </button>
        )}
      </div>
    </aside>
  )
}
