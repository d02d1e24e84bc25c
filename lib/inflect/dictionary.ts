import type { Endings, Forms } from './slavic.ts'

interface Entry<Value> {
  readonly endings: Endings
  readonly forms: Forms
  readonly value: Value
}

/** What words stand for, found by any of their forms. It keeps stems: some 30 forms a word are told apart when a text has them. */
export class Dictionary<Value> {
  readonly #byStem = new Map<string, Entry<Value>[]>()
  #longestEnding = 0

  add(forms: Forms, value: Value): void {
    for (const [stem, endings] of forms.stems) {
      const entry = { endings, forms, value }
      const known = this.#byStem.get(stem)
      if (known) known.push(entry)
      else this.#byStem.set(stem, [entry])
      for (const { length } of endings) if (length > this.#longestEnding) this.#longestEnding = length
    }
  }

  /** What the words with this folded form stand for, each once. */
  get(form: string): Value[] {
    const found: Value[] = []
    for (let end = form.length; end >= Math.max(0, form.length - this.#longestEnding); end--)
      for (const { endings, forms, value } of this.#byStem.get(form.slice(0, end)) ?? [])
        if (endings.has(form.slice(end)) && !forms.isRemoved(form) && !found.includes(value)) found.push(value)
    return found
  }
}
