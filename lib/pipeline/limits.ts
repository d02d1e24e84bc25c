/**
 * How often a job is delivered before it goes to the dead letters. The last delivery is not a further try: it only
 * writes on the document that the others broke off, which can be done even where each of them killed its process.
 */
export const MAX_RECEIVES = 5

/** How long a worker may hold a document. Longer than any step may run (15 minutes is the limit of a Lambda). */
export const LOCK_SECONDS = 900
