/** A small seeded generator (mulberry32), so that training gives the same weights each time. */
export class Random {
  constructor(private state: number) {}

  /** A 32-bit unsigned number. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }

  below(limit: number): number {
    return this.next() % limit
  }

  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[items[i], items[j]] = [items[j] as T, items[i] as T]
    }
    return items
  }

  /** `count` different numbers below `limit`. */
  sample(limit: number, count: number): number[] {
    return this.shuffle(Array.from({ length: limit }, (_, i) => i)).slice(0, count)
  }
}
