import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageWords } from '../../lib/contract/index.ts'
import type { Drawing } from './drawing.ts'
import { Notice } from './notice.tsx'
import type { Box } from './outlines.ts'
import { UNDRAWN } from './use-drawing.ts'

interface Sheet {
  readonly drawing: Drawing
  readonly number: number
  readonly words: PageWords | undefined
  readonly boxes: readonly Box[]
}

/** One page as it is drawn, and over it the outlines in its own measure; it scrolls to the first of them. */
export function Paper({ drawing, number, words, boxes }: Sheet) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const first = useRef<SVGRectElement>(null)
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing')
  useEffect(() => {
    const { current } = canvas
    if (!current) return
    drawing.draw(number, current, current.clientWidth * devicePixelRatio).then(
      () => setState('drawn'),
      () => setState('failed'),
    )
  }, [drawing, number])
  useEffect(() => {
    if (state === 'drawn') first.current?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [state, boxes.length])
  if (state === 'failed') return <Notice error={UNDRAWN} />
  return (
    <figure aria-busy={state === 'drawing'}>
      <canvas ref={canvas} />
      {state === 'drawn' && words && (
        <svg viewBox={`0 0 ${words.width} ${words.height}`} role="img" aria-label={said(boxes.length)}>
          {boxes.map(({ x, y, width, height }, i) => (
            <rect
              key={`${x} ${y}`}
              ref={i === 0 ? first : null}
              x={x - AROUND}
              y={y}
              width={width + 2 * AROUND}
              height={height}
              rx={AROUND}
            />
          ))}
        </svg>
      )}
    </figure>
  )
}

/** An outline stands so far off its words, in points. */
const AROUND = 1.5

const said = (count: number): string =>
  count > 0 ? 'The words of the evidence are outlined' : 'No words of the evidence stand on this page'
