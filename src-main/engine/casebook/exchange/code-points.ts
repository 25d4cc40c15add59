/** Offsets in code points, as REFI-QDA counts, against our UTF-16 units. */
export interface CodePoints {
  toPoints(units: number): number
  toUnits(points: number): number
}

/** For many offsets of one text. Offsets beyond its end are its end. */
export function codePointsOf(text: string): CodePoints {
  // Without the u flag: with it a pair is one character, and none would be found.
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
    const same = (offset: number) => Math.min(offset, text.length)
    return { toPoints: same, toUnits: same }
  }
  const starts: number[] = []
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts.push(at)
  return {
    toUnits: (points) => starts[points] ?? text.length,
    toPoints(units) {
      let low = 0
      let high = starts.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((starts[middle] ?? 0) < units) low = middle + 1
        else high = middle
      }
      return low
    },
  }
}
