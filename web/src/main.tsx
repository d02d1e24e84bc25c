import { render } from 'preact'
import { App } from './app.tsx'
import { RouterProvider } from './router.tsx'
import { finish } from './sign-in.ts'

// A provider that has signed someone in sends back here; where that came to nothing the page is the same as before.
await finish().catch((error: unknown) => console.warn('The sign-in came to nothing:', error))

const root = document.getElementById('page')
if (root) {
  root.replaceChildren()
  render(
    <RouterProvider>
      <App />
    </RouterProvider>,
    root,
  )
}
