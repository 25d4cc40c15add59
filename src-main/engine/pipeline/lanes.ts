/** Holds back work: open, paused, or stopped for good. */
export class Gate {
  private release: (() => void) | null = null
  private wait: Promise<void> | null = null
  stopped = false

  get paused(): boolean {
    return this.wait !== null
  }

  pause(): void {
    if (!this.wait) this.wait = new Promise((resolve) => (this.release = resolve))
  }

  resume(): void {
    this.release?.()
    this.release = null
    this.wait = null
  }

  /** Lets everything through once more and tells it to end. */
  stop(): void {
    this.stopped = true
    this.resume()
  }

  /** Settles when work may go on; false when it is to end. */
  async pass(): Promise<boolean> {
    if (this.wait) await this.wait
    return !this.stopped
  }
}

/** Runs `work` in `count` lanes at once, each taking the next piece when it is done with one, until `next` has no more. */
export async function runLanes<T>(
  count: number,
  gate: Gate,
  next: () => T | null,
  work: (piece: T) => Promise<void>,
): Promise<void> {
  const lane = async () => {
    while (await gate.pass()) {
      const piece = next()
      if (piece === null) return
      await work(piece)
    }
  }
  await Promise.all(Array.from({ length: count }, lane))
}
