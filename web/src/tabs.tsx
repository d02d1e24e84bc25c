import { Link } from './link.tsx'
import { useRouter } from './router.tsx'
import { TABS } from './view.ts'
import { DIMENSION_WORDS } from './words.ts'

/** The dimensions in which municipalities can be compared. */
export function Tabs() {
  const { view } = useRouter()
  return (
    <nav class="tabs" aria-label="What to compare">
      {TABS.map((dimension) => (
        <Link
          key={dimension}
          class={`tab ${dimension}`}
          aria-current={dimension === view.dimension ? 'true' : undefined}
          to={{ dimension, cell: null }}
        >
          {DIMENSION_WORDS[dimension]}
        </Link>
      ))}
    </nav>
  )
}
