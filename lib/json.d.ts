/** Compiled lists are `unknown` until the module that owns them has named their shape. */
declare module '*.json' {
  const value: unknown
  export default value
}
