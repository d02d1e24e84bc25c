import type { ComponentChildren } from 'preact'

/** What is shown where there is nothing yet: why, and what to do about it. */
export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="empty">
      <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden="true" focusable="false">
        <path class="stratum one" d="M8 12h80" />
        <path class="stratum two" d="M8 26h46" />
        <path class="stratum three" d="M8 40h62" />
        <path class="stratum four" d="M8 54h30" />
      </svg>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
