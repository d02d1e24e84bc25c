import type { Rule, Rules } from '../formats/rules.ts'
import type { Picture } from './picture.ts'

/** Anything darker is ink. */
const INK = 170
/** Inches: a run of ink that is shorter is part of a letter; a line that is shorter or thicker is none of a table. */
const SHORTEST_RUN = 0.2
const SHORTEST = 0.35
const THICKEST = 0.05
/** Gaps of so many pixels do not end a run, and runs so near to each other are one line. */
const GAP = 3
/** More runs than tables have are a photograph. */
const MOST_RUNS = 20_000
const POINTS = 72

interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Straight lines in a picture, across and down, in points as those of a PDF are. */
export function ruledIn(picture: Picture): Rules {
  const { width, height, grey } = picture
  const isInk = (at: number) => (grey[at] ?? 255) < INK
  return {
    across: linesOf(
      runsOf({ lines: height, length: width, isInk: (line, i) => isInk(line * width + i) }, picture),
      picture,
    ),
    down: linesOf(
      runsOf({ lines: width, length: height, isInk: (line, i) => isInk(i * width + line) }, picture),
      picture,
    ),
  }
}

interface Raster {
  readonly lines: number
  readonly length: number
  isInk(line: number, i: number): boolean
}

/** Long runs of ink along the lines of a raster, line by line. */
function runsOf({ lines, length, isInk }: Raster, { dpi }: Picture): Run[] {
  const runs: Run[] = []
  const shortest = SHORTEST_RUN * dpi
  for (let at = 0; at < lines && runs.length < MOST_RUNS; at++) {
    let from = -1
    let last = -GAP - 1
    for (let i = 0; i <= length; i++) {
      const isDark = i < length && isInk(at, i)
      if (!isDark && (i < length ? i - last <= GAP : false)) continue
      if (isDark) {
        if (from < 0) from = i
        last = i
      } else if (from >= 0) {
        if (last - from >= shortest) runs.push({ at, from, to: last + 1 })
        from = -1
      }
    }
  }
  return runs
}

/** Runs on neighbouring lines of the raster that overlap or meet are one line, if that is thin and long. */
function linesOf(runs: readonly Run[], { dpi }: Picture): Rule[] {
  const done: Band[] = []
  let open: Band[] = []
  for (const run of runs) {
    const [near, far] = [
      open.filter((band) => run.at - band.bottom <= GAP),
      open.filter((band) => run.at - band.bottom > GAP),
    ]
    done.push(...far)
    const band = near.find(({ from, to }) => run.from <= to + GAP && run.to >= from - GAP)
    if (band)
      Object.assign(band, { from: Math.min(band.from, run.from), to: Math.max(band.to, run.to), bottom: run.at })
    open = band ? near : [...near, { top: run.at, bottom: run.at, from: run.from, to: run.to }]
  }
  const scale = POINTS / dpi
  return [...done, ...open]
    .filter(({ top, bottom, from, to }) => bottom - top <= THICKEST * dpi && to - from >= SHORTEST * dpi)
    .map(({ top, bottom, from, to }) => ({ at: ((top + bottom + 1) / 2) * scale, from: from * scale, to: to * scale }))
}

interface Band {
  readonly top: number
  bottom: number
  from: number
  to: number
}
