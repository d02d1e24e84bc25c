export { findingsOf, periodCode, unknownCode } from './findings.ts'
export { profileOf, type Summary } from './profile.ts'
export { plannedYears, type Years, yearsOf, yearsOfRole } from './years.ts'
