const AT_MOST_EVERY = 100

/** Passes on "something changed" at once, and then at most ten times a second; the last change is never lost. */
export class StatusTicker {
  private timer: NodeJS.Timeout | null = null
  private last = -Infinity

  constructor(private readonly emit: () => void) {}

  touch(): void {
    if (this.timer) return
    const wait = this.last + AT_MOST_EVERY - performance.now()
    if (wait <= 0) {
      this.fire()
      return
    }
    this.timer = setTimeout(() => this.fire(), wait)
    this.timer.unref()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private fire(): void {
    this.timer = null
    this.last = performance.now()
    this.emit()
  }
}
