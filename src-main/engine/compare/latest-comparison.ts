import type { PoolLike } from '../workers/worker-pool'
import type { FolderComparison } from './compare-folder'

/** The comparison of an open folder, made in a worker when it is asked for and kept until an article comes, changes or goes. */
export class LatestComparison {
  private made: { generation: number; result: Promise<FolderComparison> } | null = null
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
      this.made = { generation, result }
      // A worker that was lost must not be remembered as the answer.
      result.catch(() => {
        if (this.made?.result === result) this.made = null
      })
    }
    return this.made.result
  }
}
