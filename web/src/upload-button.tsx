import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { upload } from './uploads.ts'

/** Opens the system's dialog to choose files and sends them. */
export function UploadButton({ children }: { children: ComponentChildren }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="primary" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Documents to add"
        onChange={(event) => {
          upload([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
