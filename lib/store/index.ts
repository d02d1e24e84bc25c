export type { Blobs } from './blobs.ts'
export type { Message, Queue } from './queue.ts'
export type * from './store.ts'
