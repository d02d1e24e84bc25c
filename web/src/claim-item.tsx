import { useEffect, useRef } from 'preact/hooks'
import type { Claim } from './claims.ts'
import { Link } from './link.tsx'
import { useRouter } from './router.tsx'
import { percent } from './words.ts'

/** So many mentions stand open under a claim; the others unfold. */
const OPEN = 2

/** One claim of a document with the mentions that prove it, each leading to its words. */
export function ClaimItem({ claim: { name, lang, note, mentions } }: { claim: Claim }) {
  const rest = mentions.slice(OPEN)
  return (
    <li>
      <p class="name">
        <span lang={lang}>{name}</span>
        {note && <span class="aside">{note}</span>}
      </p>
      <ul class="mentions">
        {mentions.slice(0, OPEN).map((mention) => (
          <MentionLink key={mention.start} mention={mention} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul class="mentions">
            {rest.map((mention) => (
              <MentionLink key={mention.start} mention={mention} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function MentionLink({ mention: { start, end, text, page, confidence } }: { mention: Claim['mentions'][number] }) {
  const { view } = useRouter()
  const here = view.at?.start === start && view.at.end === end
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (here) item.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <li ref={item}>
      <Link to={{ at: { start, end } }} aria-current={here ? 'true' : undefined}>
        <q>{text}</q>
        <span class="aside">
          {page !== undefined && `page ${page} · `}
          {percent(confidence)}
        </span>
      </Link>
    </li>
  )
}
