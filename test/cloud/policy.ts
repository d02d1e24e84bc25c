/** A statement of a role's policy with all references resolved. */
export interface Statement {
  readonly effect: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

/** May a role do this? Explicit denial wins; what no statement allows is denied. Conditions are not used in roles here. */
export function allows(statements: readonly Statement[], action: string, resource: string): boolean {
  const matching = statements.filter(
    ({ actions, resources }) =>
      actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      resources.some((pattern) => matches(pattern, resource)),
  )
  return matching.length > 0 && matching.every(({ effect }) => effect === 'Allow')
}

/** IAM's wildcards: `*` for any characters, `?` for one. */
const matches = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(value)

/** One action on one resource that a policy grants. */
export interface Grant {
  readonly action: string
  readonly resource: string
}

export const grantsOf = (statements: readonly Statement[]): Grant[] =>
  statements.flatMap(({ actions, resources }) =>
    actions.flatMap((action) => resources.map((resource) => ({ action, resource }))),
  )

/** The statements without one grant, all others as they were. */
export const without = (statements: readonly Statement[], { action, resource }: Grant): Statement[] =>
  grantsOf(statements)
    .filter((grant) => grant.action !== action || grant.resource !== resource)
    .map((grant) => ({ effect: 'Allow', actions: [grant.action], resources: [grant.resource] }))

/** What may stand for many: objects below a prefix, and the streams of one log group. */
const MEANT = /^arn:aws:(?:s3:::[\w-]+\/(?:uploads|derived|exports)\/\*|logs:[\w-]+:\d+:log-group:\w+:\*)$/

/** Grants that say more than they name: a wildcard action, or a wildcard resource beyond what is meant to be one. */
export const wildcards = (statements: readonly Statement[]): Grant[] =>
  grantsOf(statements).filter(
    ({ action, resource }) => /[*?]/.test(action) || (/[*?]/.test(resource) && !MEANT.test(resource)),
  )
