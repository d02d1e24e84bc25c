export { cyrillic } from './cyrillic.ts'
export {
  type Concept,
  conceptOf,
  conceptsOf,
  groupOf,
  inScripts,
  ranks,
  roleLabels,
  schemeLabels,
} from './scheme.ts'
export { skosOf } from './skos.ts'
