import { analysis } from './analysis.ts'
import type { Workbench } from './context.ts'
import { reading } from './reading.ts'
import { finishing, recognising } from './recognising.ts'

/** The workbench in this very process. */
export const inProcess: Workbench = { read: reading, recognise: recognising, finish: finishing, analyse: analysis }
