export type { Blobs } from './blobs.ts'
export { countryOf } from './country.ts'
export type { Message, Queue } from './queue.ts'
export type * from './store.ts'
