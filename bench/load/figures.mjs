/** The load figures L1–L13: each measured value beside the value to reach. */

/**
 * @typedef {object} Figure
 * @property {string} id L1 … L13
 * @property {string} what
 * @property {number | null} value null when it was not measured
 * @property {string} unit
 * @property {number} target on the reference machine (2 cores, 8 GB) at full size
 * @property {'most' | 'least'} sense whether the target is an upper or a lower bound
 * @property {string} [note] why it was not measured, or at which size
 */

/** @param {Figure[]} figures @returns {string[]} a line for each, in the order given */
export function figureLines(figures) {
  return figures.map(({ id, what, value, unit, target, sense, note }) => {
    const bound = `${sense === 'most' ? '≤' : '≥'} ${target} ${unit}`
    const verdict = value === null ? 'not run' : holds(value, target, sense) ? 'holds' : 'FALLS SHORT'
    const measured = value === null ? '' : `${round(value)} ${unit}`
    return `${id.padEnd(4)} ${what.padEnd(62)} ${measured.padStart(12)}  ${bound.padEnd(14)} ${verdict}${note ? ` (${note})` : ''}`
  })
}

/** @param {Figure[]} figures @returns {Figure[]} those that were measured and fall short */
export const shortfalls = (figures) =>
  figures.filter(({ value, target, sense }) => value !== null && !holds(value, target, sense))

const holds = (value, target, sense) => (sense === 'most' ? value <= target : value >= target)
const round = (value) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)))
