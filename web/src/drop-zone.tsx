import { useLayoutEffect, useState } from 'preact/hooks'
import { filesOf } from './dropped.ts'
import { upload } from './uploads.ts'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files dropped anywhere on the page, and says so while they hover. */
export function DropZone() {
  const [hovering, setHovering] = useState(false)
  // Not after the paint: a drop between the two would make the browser leave for the file.
  useLayoutEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setHovering(true)
    }
    const leave = (event: DragEvent) => {
      // Only leaving the window has no element to go to.
      if (event.relatedTarget === null) setHovering(false)
    }
    const drop = (event: DragEvent) => {
      setHovering(false)
      if (!event.dataTransfer || !carriesFiles(event)) return
      event.preventDefault()
      void filesOf(event.dataTransfer).then(upload)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return hovering ? (
    <div class="drop-zone">
      <p>Drop documents to add them</p>
    </div>
  ) : null
}
