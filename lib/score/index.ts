export { Gold, RATES, SETS } from './gold.ts'
export { type Measure, type Score, score } from './score.ts'
