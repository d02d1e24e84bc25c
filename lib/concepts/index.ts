export { cyrillic } from './cyrillic.ts'
export {
  type Concept,
  conceptOf,
  conceptsOf,
  groupOf,
  inScripts,
  labelsOf,
  ranks,
  roleLabels,
  schemeLabels,
} from './scheme.ts'
export { skosOf } from './skos.ts'
