/** The half of the workbench that reads files: alone, so that a function that only reads carries no word lists. */
export { open as reading } from '../formats/index.ts'
