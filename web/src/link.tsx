import type { ComponentChildren } from 'preact'
import { useRouter } from './router.tsx'
import type { View } from './view.ts'

interface Shown {
  readonly to: Partial<View>
  readonly class?: string
  readonly lang?: string | undefined
  readonly 'aria-current'?: 'page' | 'true' | undefined
  readonly children: ComponentChildren
}

/** A link to another view of the page: a real address, opened without a reload. */
export function Link({ to, children, ...rest }: Shown) {
  const { href, go } = useRouter()
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a {...rest} href={href(to)} onClick={open}>
      {children}
    </a>
  )
}
