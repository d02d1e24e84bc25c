import { html } from 'hono/html'

/** The part of a JSON schema that the page shows. */
export interface Shape {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly additionalProperties?: Shape | boolean
  readonly properties?: Readonly<Record<string, Shape>>
}

/** Name of the schema that a reference points to: `#/components/schemas/Fact` → `Fact`. */
const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)

/** A type in words, with links to the schemas it is made of: `list of Fact`. */
export function typeOf({ $ref, type, items, anyOf, enum: words, additionalProperties }: Shape): unknown {
  if ($ref) return html`<a href="#${nameOf($ref)}">${nameOf($ref)}</a>`
  if (anyOf) return anyOf.map((shape, i) => html`${i > 0 ? ' or ' : ''}${typeOf(shape)}`)
  if (words) return words.join(', ')
  if (items) return html`list of ${typeOf(items)}`
  if (typeof additionalProperties === 'object') return html`object of ${typeOf(additionalProperties)}`
  return [type ?? 'anything'].flat().join(' or ')
}

/** The schemas of an API as tables of their properties. */
export const shapesOf = (schemas: Readonly<Record<string, Shape>>) =>
  Object.entries(schemas).map(
    ([name, { properties = {}, description }]) => html`
<h3 id="${name}">${name}</h3><p>${description ?? ''}</p>
<table>${Object.entries(properties).map(
      ([property, shape]) =>
        html`<tr><td><code>${property}</code><td>${typeOf(shape)}<td>${shape.description ?? ''}</tr>`,
    )}</table>`,
  )
