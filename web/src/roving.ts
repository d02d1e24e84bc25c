/** Moves the focus between the buttons of a table by arrow keys, Home and End, past cells that hold none. */
export function move(event: KeyboardEvent, table: HTMLTableElement): void {
  const from = event.target
  if (!(from instanceof HTMLButtonElement)) return
  const cell = from.closest('td')
  const row = from.closest('tr')
  if (!cell || !row) return
  const to = next(event.key, { cell, row, table })
  if (!to) return
  event.preventDefault()
  from.tabIndex = -1
  to.tabIndex = 0
  to.focus()
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

interface Place {
  readonly cell: HTMLTableCellElement
  readonly row: HTMLTableRowElement
  readonly table: HTMLTableElement
}

function next(key: string, { cell, row, table }: Place): HTMLButtonElement | undefined {
  const across = [...row.querySelectorAll<HTMLButtonElement>('td button')]
  const down = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].flatMap(
    ({ cells }) => cells[cell.cellIndex]?.querySelector<HTMLButtonElement>('button') ?? [],
  )
  const at = (list: readonly HTMLButtonElement[]) => list.findIndex((button) => cell.contains(button))
  switch (key) {
    case 'ArrowRight':
      return across[at(across) + 1]
    case 'ArrowLeft':
      return across[at(across) - 1]
    case 'ArrowDown':
      return down[at(down) + 1]
    case 'ArrowUp':
      return down[at(down) - 1]
    case 'Home':
      return across[0]
    case 'End':
      return across.at(-1)
    default:
      return undefined
  }
}
