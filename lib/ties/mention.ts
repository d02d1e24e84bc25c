import type { Found } from '../extract/extractor.ts'

/** A mention of a service, which a tie is asked for. */
export type Service = Found<'services'>
/** A mention of a group that a service may be for. */
export type Group = Found<'targetGroups'>
