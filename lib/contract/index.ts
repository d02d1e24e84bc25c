export * from './error.ts'
export * from './record.ts'
