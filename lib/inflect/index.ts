export { inflectPolish } from './polish.ts'
export { inflectSerbian } from './serbian.ts'
