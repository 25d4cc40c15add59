const AREAS = '[data-area]'

/** Moves the keyboard to the next (or previous) area of the window: rail, list, each pane, inspector, status. */
export function nextArea(direction: 1 | -1): void {
  const areas = [...document.querySelectorAll<HTMLElement>(AREAS)].filter((area) => area.offsetParent !== null)
  if (areas.length === 0) return
  const at = areas.findIndex((area) => area.contains(document.activeElement))
  const next = areas[(at + direction + areas.length) % areas.length]
  // The first of these that the area has: its list or text before its tabs, its tabs before any other button.
  const inside = [
    '[role="listbox"]',
    '[role="region"][tabindex="0"]',
    '[role="tab"][aria-selected="true"]',
    '[aria-current]',
    'button:not(:disabled)',
    'input',
  ]
    .map((selector) => next?.querySelector<HTMLElement>(selector))
    .find(Boolean)
  inside?.focus()
}

/** Puts the keyboard into the list of the side panel. */
export function focusList(): void {
  document.querySelector<HTMLElement>('[data-area="side"] [role="listbox"]')?.focus()
}
