/**
 * Word edges for regular expressions with the `u` flag: no letter or digit stands before (`EDGE.left`) or behind
 * (`EDGE.right`). JavaScript's `\b` and `\w` know ASCII letters only: in `čamac` they see an edge behind `č`.
 */
export const EDGE = { left: '(?<![\\p{L}\\p{N}])', right: '(?![\\p{L}\\p{N}])' } as const
