import type { Extractor } from './extractor.ts'
import { funders } from './funders/index.ts'
import { municipalities } from './municipalities/index.ts'
import { periods } from './periods/index.ts'
import { services } from './services/index.ts'
import { targetGroups } from './target-groups/index.ts'

/** Extractors in the order they run; a dimension each. */
export const extractors: readonly Extractor[] = [municipalities, targetGroups, services, periods, funders]
