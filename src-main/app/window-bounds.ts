export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export interface WindowState extends Bounds {
  maximized: boolean
}

const DEFAULT = { width: 1440, height: 900 }
/** Below this the panes can no longer be read. */
export const SMALLEST = { width: 760, height: 480 }

const shared = (a: Bounds, b: Bounds) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/**
 * Where to open the window: where it was, shrunk to the work area of the display that holds most of it, or in the middle of
 * the first display when it was never open or its display is gone. All numbers are device-independent pixels.
 */
export function windowBounds(saved: WindowState | null, workAreas: readonly Bounds[]): Bounds {
  const first = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT }
  const home =
    saved && [...workAreas].sort((a, b) => shared(saved, b) - shared(saved, a)).find((area) => shared(saved, area) > 0)
  if (!saved || !home) {
    const width = Math.min(DEFAULT.width, first.width)
    const height = Math.min(DEFAULT.height, first.height)
    return {
      width,
      height,
      x: first.x + Math.round((first.width - width) / 2),
      y: first.y + Math.round((first.height - height) / 2),
    }
  }
  const width = Math.min(Math.max(saved.width, SMALLEST.width), home.width)
  const height = Math.min(Math.max(saved.height, SMALLEST.height), home.height)
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))
  return {
    width,
    height,
    x: within(saved.x, home.x, home.x + home.width - width),
    y: within(saved.y, home.y, home.y + home.height - height),
  }
}
