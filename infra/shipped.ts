const packages = (name: string, files: readonly string[]): string[] =>
  files.map((file) => `node_modules/${name}/${file}`)
const CORES = ['tesseract-core-relaxedsimd', 'tesseract-core-simd']

/**
 * What the function that recognises pages carries beside its own module, as it lies in the project: the two engines, which
 * load files of their own while they run, and the data of the languages.
 */
export const OCR_FILES: readonly string[] = [
  ...packages('@embedpdf/pdfium', ['package.json', 'LICENSE', 'LICENSE.pdfium', 'dist/index.js', 'dist/pdfium.wasm']),
  ...packages('tesseract.js', ['package.json', 'LICENSE.md', 'src']),
  ...packages('tesseract.js-core', [
    'package.json',
    'LICENSE',
    ...CORES.flatMap((name) => [`${name}.js`, `${name}.wasm`]),
  ]),
  ...packages('wasm-feature-detect', ['package.json', 'LICENSE', 'dist/cjs']),
  ...['bmp-js', 'is-url', 'regenerator-runtime'].map((name) => `node_modules/${name}`),
  ...['hrv', 'srp', 'pol'].flatMap((code) =>
    packages(`@tesseract.js-data/${code}`, ['package.json', `4.0.0_best_int/${code}.traineddata.gz`]),
  ),
]

/** Packages that are not bundled, because they are carried as they are. */
export const OCR_PACKAGES: readonly string[] = ['@embedpdf/pdfium', 'tesseract.js']
