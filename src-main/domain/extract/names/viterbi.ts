import { FOLLOWERS, LABELS, MAY_END, OUTSIDE, TAG_TYPES, typeOfLabel } from './tag-set'

/** Readings of a token that are told apart by `readings`: the types, then "outside". */
export const READINGS = TAG_TYPES.length + 1

/** Coarse classes of a word on which transition weights depend. */
export const WORD_CLASSES = 4

/** Where the weight of going from `previous` to `next` at a word of class `wordClass` stands in the transition array. */
export function transitionIndex(previous: number, next: number, wordClass: number): number {
  return (wordClass * LABELS + previous) * LABELS + next
}

/** Finds the best legal sequence of labels; one instance keeps its buffers for all stretches of all articles. */
export class Viterbi {
  labels = new Uint8Array(64)
  private score = new Float64Array(64 * LABELS)
  private back = new Uint8Array(64 * LABELS)
  private after = new Float64Array(64 * LABELS)

  /**
   * Best labels for `count` tokens into `labels`. `emissions` holds `LABELS` scores a token, `classes` its word class;
   * before the first and after the last token all is outside. Ties go to the lower label.
   */
  run(count: number, emissions: Float64Array, classes: Uint8Array, transitions: Float32Array): void {
    this.reserve(count)
    const { score, back } = this
    score.fill(-Infinity, 0, count * LABELS)
    const firstBase = (classes[0] as number) * LABELS * LABELS + OUTSIDE * LABELS
    for (const next of FOLLOWERS[OUTSIDE] as readonly number[])
      score[next] = (emissions[next] as number) + (transitions[firstBase + next] as number)
    for (let i = 1; i < count; i++) {
      const base = (classes[i] as number) * LABELS * LABELS
      for (let previous = 0; previous < LABELS; previous++) {
        const so = score[(i - 1) * LABELS + previous] as number
        if (so === -Infinity) continue
        const followers = FOLLOWERS[previous] as readonly number[]
        for (let k = 0; k < followers.length; k++) {
          const next = followers[k] as number
          const total =
            so + (transitions[base + previous * LABELS + next] as number) + (emissions[i * LABELS + next] as number)
          if (total > (score[i * LABELS + next] as number)) {
            score[i * LABELS + next] = total
            back[i * LABELS + next] = previous
          }
        }
      }
    }
    let best = OUTSIDE
    const lastRow = (count - 1) * LABELS
    for (let label = 1; label < LABELS; label++)
      if (MAY_END[label] && (score[lastRow + label] as number) > (score[lastRow + best] as number)) best = label
    for (let i = count - 1; i >= 0; i--) {
      this.labels[i] = best
      best = back[i * LABELS + best] as number
    }
  }

  /**
   * After `run` with the same arguments: the score of the best legal sequence that gives token k each reading, into
   * `out[k * READINGS + reading]`.
   */
  readings(
    count: number,
    emissions: Float64Array,
    classes: Uint8Array,
    transitions: Float32Array,
    out: Float64Array,
  ): void {
    this.runBack(count, emissions, classes, transitions)
    out.fill(-Infinity, 0, count * READINGS)
    for (let k = 0; k < count; k++)
      for (let label = 0; label < LABELS; label++) {
        const type = typeOfLabel(label)
        const slot = k * READINGS + (type < 0 ? TAG_TYPES.length : type)
        const total = (this.score[k * LABELS + label] as number) + (this.after[k * LABELS + label] as number)
        if (total > (out[slot] as number)) out[slot] = total
      }
  }

  /** Fills `after`: the best score of what follows each label. */
  private runBack(count: number, emissions: Float64Array, classes: Uint8Array, transitions: Float32Array): void {
    const { after } = this
    for (let label = 0; label < LABELS; label++) after[(count - 1) * LABELS + label] = MAY_END[label] ? 0 : -Infinity
    for (let i = count - 2; i >= 0; i--) {
      const base = (classes[i + 1] as number) * LABELS * LABELS
      const row = (i + 1) * LABELS
      for (let label = 0; label < LABELS; label++) {
        const followers = FOLLOWERS[label] as readonly number[]
        let best = -Infinity
        for (let k = 0; k < followers.length; k++) {
          const next = followers[k] as number
          const total =
            (transitions[base + label * LABELS + next] as number) +
            (emissions[row + next] as number) +
            (after[row + next] as number)
          if (total > best) best = total
        }
        after[i * LABELS + label] = best
      }
    }
  }

  private reserve(count: number): void {
    if (count <= this.labels.length) return
    const room = count * 2
    this.labels = new Uint8Array(room)
    this.score = new Float64Array(room * LABELS)
    this.back = new Uint8Array(room * LABELS)
    this.after = new Float64Array(room * LABELS)
  }
}
