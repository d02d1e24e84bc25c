import { localeOf } from '../locales/index.ts'
import { findingsOf } from '../profile/index.ts'
import { analyse } from './analyse.ts'
import type { Workbench } from './context.ts'

/** The half of the workbench that analyses texts: alone, so that a function that only analyses carries no readers. */
export const analysis: Workbench['analyse'] = async (input) => {
  const record = analyse(input)
  return { record, findings: findingsOf(record, localeOf(record.language.code)?.abbreviations) }
}
