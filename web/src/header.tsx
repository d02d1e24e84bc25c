import type { LabelLanguage } from '../../lib/contract/index.ts'
import { Link } from './link.tsx'
import { useRouter } from './router.tsx'
import { SignInButton } from './sign-in-button.tsx'
import { UploadButton } from './upload-button.tsx'
import { LABELS } from './view.ts'

/** Name of the page, its two places, the language of the labels, and the button to upload. */
export function Header({ documents }: { documents: number | undefined }) {
  const { view, go } = useRouter()
  const here = (page: string) => (view.page === page ? 'page' : undefined)
  return (
    <header class="top">
      <Link class="brand" to={{ page: 'compare', document: null, at: null }}>
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
          <path class="stratum one" d="M4 9h24" />
          <path class="stratum two" d="M4 16h13" />
          <path class="stratum three" d="M4 23h18" />
        </svg>
        stratlas
      </Link>
      <nav aria-label="Places">
        <Link aria-current={here('compare')} to={{ page: 'compare', document: null, at: null }}>
          Compare
        </Link>
        <Link aria-current={here('documents')} to={{ page: 'documents', document: null, at: null }}>
          Documents {documents !== undefined && <span class="count">{documents.toLocaleString('en')}</span>}
        </Link>
      </nav>
      <div class="tools">
        <label class="labels">
          <span>Concepts in</span>
          <select
            value={view.labels}
            onChange={(event) => go({ labels: event.currentTarget.value as LabelLanguage }, true)}
          >
            {Object.entries(LABELS).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <SignInButton />
        <UploadButton>
          Add<span class="wide"> documents</span>
        </UploadButton>
      </div>
    </header>
  )
}
