/**
 * How often a job is delivered before it goes to the dead letters. The last delivery is not a further try: it only
 * writes on the document that the others broke off, which can be done even where each of them killed its process.
 */
export const MAX_RECEIVES = 5

/**
 * How long a worker may hold a document. Longer than a step may run, and shorter than the cloud's queues hide a message
 * (six times the two minutes of a step), so that a job that comes again after a break finds the lock gone.
 */
export const LOCK_SECONDS = 600
