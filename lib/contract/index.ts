export * from './api.ts'
export * from './error.ts'
export * from './record.ts'
