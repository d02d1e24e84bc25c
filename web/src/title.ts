import { useEffect } from 'preact/hooks'

/** Names the view in the window and the history: `Documents · stratlas`. */
export function useTitle(words: string | undefined): void {
  useEffect(() => {
    document.title = words ? `${words} · stratlas` : 'stratlas'
  }, [words])
}
