import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

const fileOf = (path: string): string => readFileSync(fileURLToPath(import.meta.resolve(path)), 'utf8')

/** What pdf.js reads JPEG 2000 with where the policy of the page allows no WebAssembly; it asks for it by this name. */
const jpeg2000: Plugin = {
  name: 'jpeg2000',
  generateBundle() {
    const name = 'openjpeg_nowasm_fallback.js'
    const { version } = JSON.parse(fileOf('pdfjs-dist/package.json'))
    this.emitFile({ type: 'asset', fileName: `pdfjs/${version}/${name}`, source: fileOf(`pdfjs-dist/wasm/${name}`) })
  },
}

/** Builds the page into `web/dist`. Nothing is inlined: the page runs under `default-src 'self'`. */
export default defineConfig({
  root,
  plugins: [jpeg2000],
  worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { host: '127.0.0.1', proxy: { '/v1': process.env.STRATLAS_API ?? 'http://127.0.0.1:4242' } },
})
