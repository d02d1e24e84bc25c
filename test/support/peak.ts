import { existsSync, readFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

/**
 * The highest memory of this very program so far, in MB. On Linux `maxRSS` is no measure of it: a new program inherits
 * the figure of the one that started it.
 */
export function peak(): number {
  const own = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined
  return Number(own ?? process.resourceUsage().maxRSS) / 1024
}
