export { inflectPolish } from './polish.ts'
export { inflectSerbian } from './serbian.ts'
export type { Inflect } from './slavic.ts'
export { stem } from './stem.ts'
