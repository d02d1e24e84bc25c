import { once } from 'node:events'

/** Writes to standard output, no faster than it is read. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Says something to the person at the terminal, beside the output. */
export const note = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** A line on standard error that follows the work; silent where that is no terminal. */
export interface Progress {
  /** One more is done. */
  step(label: string): void
  /** Says how far the work is on what is not done yet. */
  show(label: string): void
  done(): void
}

const WIDTH = 24

/** Starts a progress bar over `total` steps. */
export function progress(total: number): Progress {
  const { stderr } = process
  if (!stderr.isTTY) return { step: () => undefined, show: () => undefined, done: () => undefined }
  let at = 0
  const clear = () => stderr.write('\r\u001b[K')
  const show = (label: string) => {
    const full = Math.round((at / Math.max(total, 1)) * WIDTH)
    clear()
    stderr.write(`${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${at}/${total} ${label.slice(-(stderr.columns - 45))}`)
  }
  return {
    step(label) {
      at++
      show(label)
    },
    show,
    done: clear,
  }
}
