import type { Stats } from '../../lib/contract/index.ts'
import { useLive } from './live.ts'
import { useRouter } from './router.tsx'
import type { Filter } from './view.ts'
import { KIND_WORDS, languageWords, STATUS_WORDS } from './words.ts'

/** Narrows the list of documents by state, kind and language. */
export function Filters() {
  const { value } = useLive<Stats>('/v1/stats')
  const languages = Object.keys(value?.languages ?? {}).map((code) => [code, languageWords(code, null)] as const)
  return (
    <form class="filters" aria-label="Narrow the list">
      <Choice name="status" word="State" options={Object.entries(STATUS_WORDS)} />
      <Choice name="kind" word="Kind" options={Object.entries(KIND_WORDS)} />
      {languages.length > 1 && <Choice name="language" word="Language" options={languages} />}
    </form>
  )
}

interface Choices {
  readonly name: keyof Filter
  readonly word: string
  readonly options: readonly (readonly [string, string])[]
}

function Choice({ name, word, options }: Choices) {
  const { view, go } = useRouter()
  return (
    <label>
      <span>{word}</span>
      <select
        value={view.filter[name] ?? ''}
        onChange={(event) => go({ filter: { ...view.filter, [name]: event.currentTarget.value || null } })}
      >
        <option value="">All</option>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
