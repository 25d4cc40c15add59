import { type Fault, toFault } from '@contract/errors'

export const DEBOUNCE_MS = 400
/** Someone who types on and on is saved at this pace all the same. */
export const LONGEST_MS = 2_000
const RETRY_MS = 5_000

export type SaverPhase = 'clean' | 'dirty' | 'saving' | 'failed'

export interface SaverHooks {
  /** Saves what is there now and resolves after the acknowledgement. Never called twice at a time. */
  save(): Promise<void>
  changed(phase: SaverPhase, fault: Fault | null): void
}

/**
 * Decides when a text is saved: 400 ms after the last change, at the latest 2 s after the first, at once when flushed.
 * Saves follow one another; a change during a save is saved after it. A failed save keeps the text dirty and is tried again.
 */
export class AutoSaver {
  private timer: ReturnType<typeof setTimeout> | undefined
  private firstChange: number | null = null
  private saving: Promise<boolean> | null = null

  constructor(private readonly hooks: SaverHooks) {}

  get dirty(): boolean {
    return this.firstChange !== null || this.saving !== null
  }

  /** The text was changed. */
  touch(): void {
    const now = Date.now()
    this.firstChange ??= now
    if (this.saving) return
    this.hooks.changed('dirty', null)
    this.after(Math.min(DEBOUNCE_MS, Math.max(0, this.firstChange + LONGEST_MS - now)))
  }

  /** Saves everything typed; false when that failed. */
  async flush(): Promise<boolean> {
    for (let round = 0; this.dirty && round < 10; round++) if (!(await this.saveNow())) return false
    return !this.dirty
  }

  /** Forgets what is not saved: the text was saved another way or given up by the person. */
  drop(): void {
    clearTimeout(this.timer)
    this.firstChange = null
    this.hooks.changed('clean', null)
  }

  private after(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.saveNow(), delay)
  }

  private saveNow(): Promise<boolean> {
    clearTimeout(this.timer)
    this.saving ??= this.attempt().finally(() => {
      this.saving = null
      // What was typed during the save waits no longer than any other change.
      if (this.firstChange !== null && this.timer === undefined) this.after(DEBOUNCE_MS)
    })
    return this.saving
  }

  private async attempt(): Promise<boolean> {
    const since = this.firstChange
    this.firstChange = null
    this.timer = undefined
    this.hooks.changed('saving', null)
    try {
      await this.hooks.save()
      this.hooks.changed(this.firstChange === null ? 'clean' : 'dirty', null)
      return true
    } catch (error) {
      this.firstChange = since ?? Date.now()
      this.hooks.changed('failed', toFault(error))
      this.timer = setTimeout(() => void this.saveNow(), RETRY_MS)
      return false
    }
  }
}
