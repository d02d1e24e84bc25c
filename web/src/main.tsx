import { render } from 'preact'
import { App } from './app.tsx'
import { RouterProvider } from './router.tsx'

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
