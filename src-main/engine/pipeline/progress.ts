import type { Status } from '../../contract/workspace'

type Phase = Status['phase']
type FormatCount = Status['formats'][number]

/** Where the pipeline stands, as the screens show it. */
export class Progress {
  phase: Phase = 'idle'
  text = { done: 0, total: 0 }
  analysis = { done: 0, total: 0 }
  current: string | null = null
  private readonly formats = new Map<string, FormatCount>()
  private started = 0
  private startedAt = 0

  constructor(private readonly now: () => number) {}

  /** Begins a phase; the time left is reckoned from here. */
  begin(phase: Phase, done: number): void {
    this.phase = phase
    this.started = done
    this.startedAt = this.now()
  }

  reset(): void {
    this.formats.clear()
    this.text = { done: 0, total: 0 }
    this.current = null
  }

  /** Counts a file that has been read. */
  count(format: string, state: 'indexed' | 'partial' | 'skipped' | 'failed'): void {
    const count = this.formats.get(format) ?? { format, indexed: 0, partial: 0, failed: 0 }
    if (state !== 'skipped') count[state]++
    this.formats.set(format, count)
  }

  status(facts: { articles: number; attention: number }): Status {
    return {
      phase: this.phase,
      text: { ...this.text },
      analysis: { ...this.analysis },
      current: this.current,
      ...facts,
      formats: [...this.formats.values()].map((count) => ({ ...count })),
      secondsLeft: this.secondsLeft(),
    }
  }

  private secondsLeft(): number | null {
    const counter = this.phase === 'text' ? this.text : this.phase === 'analysis' ? this.analysis : null
    const elapsed = this.now() - this.startedAt
    const done = (counter?.done ?? 0) - this.started
    if (!counter || elapsed < 2000 || done < 20) return null
    return Math.ceil(((counter.total - counter.done) * elapsed) / done / 1000)
  }
}
