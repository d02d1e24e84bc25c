import { useEffect, useState } from 'preact/hooks'
import { type Drawing, openDrawing } from './drawing.ts'
import { load, RequestError } from './request.ts'

interface Opening {
  readonly drawing?: Drawing
  readonly error?: RequestError
}

/** The file under a path, open to be drawn for as long as it is looked at. */
export function useDrawing(path: string, mediaType: string): Opening {
  const [opening, setOpening] = useState<Opening>({})
  useEffect(() => {
    const gone = new AbortController()
    const opened = load(path, { signal: gone.signal }).then((bytes) => openDrawing(bytes, mediaType))
    opened.then(
      (drawing) => !gone.signal.aborted && setOpening({ drawing }),
      (error) => !gone.signal.aborted && setOpening({ error: error instanceof RequestError ? error : UNDRAWN }),
    )
    return () => {
      gone.abort()
      opened.then(
        (drawing) => drawing.close(),
        () => undefined,
      )
    }
  }, [path, mediaType])
  return opening
}

/** What to say where a file or a page of it cannot be drawn. */
export const UNDRAWN = new RequestError(
  'PAGE_NOT_DRAWN',
  'This browser cannot draw the page. Download the file to look at it.',
)
