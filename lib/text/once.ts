/**
 * What is made of an object, made once and kept as long as it: `const vocabularyOf = once((tokens: readonly Token[]) => …)`.
 *
 *     vocabularyOf(doc.tokens) === vocabularyOf(doc.tokens)   // true
 */
export function once<Key extends object, Value>(build: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const known = made.get(key) ?? { value: build(key) }
    made.set(key, known)
    return known.value
  }
}
