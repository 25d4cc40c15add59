import type { PoolLike } from '../workers/worker-pool'
import type { FolderComparison } from './compare-folder'

/** The comparison of an open folder, made in a worker when it is asked for and kept until an article comes, changes or goes. */
export class LatestComparison {
  private made: { generation: number; result: Promise<FolderComparison>; value: FolderComparison | null } | null = null
  private generation = 0

  constructor(
    private readonly pool: PoolLike,
    private readonly indexFile: string,
  ) {}

  /** Says that what was compared is not the folder any more. */
  outdated(): void {
    this.generation += 1
  }

  /** The comparison of the folder as it is now; callers at one time share one. */
  async get(): Promise<FolderComparison> {
    if (this.made?.generation !== this.generation) {
      const { generation } = this
      const result = this.pool.run({ kind: 'compare', index: this.indexFile })
      const made = { generation, result, value: null as FolderComparison | null }
      this.made = made
      // A worker that was lost must not be remembered as the answer.
      result.then(
        (value) => (made.value = value),
        () => {
          if (this.made === made) this.made = null
        },
      )
    }
    return this.made.result
  }

  /** The comparison if it is there already; null, and on its way, if not. */
  known(): FolderComparison | null {
    if (this.made?.generation === this.generation && this.made.value) return this.made.value
    // Whoever asks next finds it; that it failed is told to those who wait for it.
    this.get().catch(() => undefined)
    return null
  }
}
