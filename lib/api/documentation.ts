import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import { ERROR_CODES } from '../contract/index.ts'
import { type Shape, shapesOf, typeOf } from './shapes.ts'

/** The parts of an OpenAPI document that the page shows. */
export interface Description {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly paths?: Readonly<Record<string, unknown>>
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> }
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: { readonly type?: unknown; readonly enum?: readonly unknown[]; readonly default?: unknown }
}

interface Answer {
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema?: Shape }>>
}

interface Operation {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly responses?: Readonly<Record<string, Answer>>
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem}h3{margin:1.5rem 0 .25rem;font-size:1rem}
code,h3{font-family:ui-monospace,monospace}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884}
p{margin:.25rem 0}`

/** Terms that concept schemes use beside SKOS, with what they mean. */
const TERMS: readonly (readonly [string, string])[] = [
  ['esspros', 'Function of social protection in the European System of integrated Social PROtection Statistics'],
  ['cofog', 'Class of the United Nations Classification of the Functions of Government'],
  ['legal', 'Provision of the law that a concept goes back to, by country'],
]

/** The description of the API as a page without scripts, and the policy under which its only style may load. */
export function documentation(description: Description): { page: string; policy: string } {
  const { info, paths = {}, components } = description
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
  )
  const groups = [...Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'Other')]
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${info.title} API</title><style>${raw(STYLE)}</style></head><body>
<h1>${info.title} API ${info.version}</h1><p>${info.description ?? ''}</p>
<p>For programs: <a href="/v1/openapi.json">OpenAPI 3.1</a>.</p>
${groups.map(([tag, own]) => html`<h2>${tag}</h2>${own.map(operationOf)}`)}
<h2>Shapes</h2>${shapesOf((components?.schemas ?? {}) as Record<string, Shape>)}
<h2>Problems</h2><p>Every refusal is RFC 9457 problem details with one of these codes.</p>
<table>${Object.entries(ERROR_CODES).map(([code, status]) => html`<tr id="${code}"><td><code>${code}</code><td>${status}</tr>`)}</table>
<h2>Terms of the concept schemes</h2>
<table>${TERMS.map(([term, meaning]) => html`<tr id="${term}"><td><code>${term}</code><td>${meaning}</tr>`)}</table>
</body></html>`
  const hash = createHash('sha256').update(STYLE).digest('base64')
  return { page: String(page), policy: `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'` }
}

const operationOf = ({ method, path, operation }: { method: string; path: string; operation: Operation }) => html`
<h3>${method.toUpperCase()} ${path}</h3><p>${operation.summary ?? ''}</p>
${operation.parameters?.length ? html`<table>${operation.parameters.map(parameterOf)}</table>` : ''}
<p>Answers ${Object.entries(operation.responses ?? {}).flatMap(([status, answer]) =>
  status === 'default' ? [] : [html`${status}: ${answer.description ?? ''}${shapeIn(answer)}`],
)}</p>`

const shapeIn = ({ content = {} }: Answer) =>
  Object.entries(content).map(([type, { schema }]) => html` (${type}, ${schema ? typeOf(schema) : ''})`)

const parameterOf = ({ name, required, description, schema }: Parameter) => html`
<tr><td><code>${name}</code>${required ? ' *' : ''}<td>${String(schema?.type ?? '')}${
  schema?.enum ? `: ${schema.enum.join(', ')}` : ''
}${schema?.default === undefined ? '' : ` (${String(schema.default)})`}<td>${description ?? ''}</tr>`
