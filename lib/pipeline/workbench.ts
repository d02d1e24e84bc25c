import { analysis } from './analysis.ts'
import type { Workbench } from './context.ts'
import { reading } from './reading.ts'

/** The workbench in this very process. */
export const inProcess: Workbench = { read: reading, analyse: analysis }
