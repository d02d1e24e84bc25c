export * from './api.ts'
export * from './error.ts'
export * from './most.ts'
export * from './record.ts'
