import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { format, parse, START, type View } from './view.ts'

interface Router {
  readonly view: View
  /** The address of this view with a change. */
  href(change: Partial<View>): string
  /** Shows this view with a change; a new entry in the history unless it replaces. */
  go(change: Change, replace?: boolean): void
}

/** Parts of a view to change, or how they follow from the view as it is at that moment. */
export type Change = Partial<View> | ((view: View) => Partial<View>)

const Context = createContext<Router>({ view: START, href: () => '/', go: () => {} })

/** The view that the address says, and the ways to change it. */
export const useRouter = (): Router => useContext(Context)

/** Holds the view in the address of the page, so that every view can be cited, shared and gone back to. */
export function RouterProvider({ children }: { children: ComponentChildren }) {
  const [view, setView] = useState(() => parse(location.search))
  useEffect(() => {
    const follow = () => setView(parse(location.search))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = useCallback((change: Change, replace = false) => {
    const current = parse(location.search)
    const next = { ...current, ...(typeof change === 'function' ? change(current) : change) }
    if (replace) history.replaceState(null, '', format(next))
    else history.pushState(null, '', format(next))
    setView(next)
  }, [])
  const router = useMemo(
    () => ({ view, go, href: (change: Partial<View>) => format({ ...view, ...change }) }),
    [view, go],
  )
  return <Context.Provider value={router}>{children}</Context.Provider>
}
