import type { AnalysedBatch, Unanalysed } from '../../sql/index/extraction'
import { WorkerLost } from '../workers/worker-pool'
import { runLanes, type Gate } from './lanes'

const BATCH = 16
/** Workers that died before they began anything; more of them and something else is wrong. */
const MOST_LOST = 20

export interface AnalysisPhase {
  lanes: number
  gate: Gate
  /** Texts of waiting articles; those that went meanwhile are left out. */
  load(hashes: readonly string[]): Unanalysed[]
  analyse(articles: Unanalysed[]): Promise<AnalysedBatch>
  store(analysed: AnalysedBatch): void
}

/** The articles that wait for analysis, in the order they will be taken. */
export class AnalysisQueue {
  private readonly preferred: string[] = []
  private readonly waiting: Set<string>

  constructor(hashes: Iterable<string>) {
    this.waiting = new Set(hashes)
  }

  get size(): number {
    return this.waiting.size
  }

  /** Takes an article next: somebody is looking at it. */
  prefer(hash: string): void {
    if (this.waiting.has(hash)) this.preferred.push(hash)
  }

  take(count: number): string[] {
    const taken: string[] = []
    const pick = (hash: string) => {
      if (this.waiting.delete(hash)) taken.push(hash)
    }
    // The one being looked at goes alone and so comes back first.
    const wanted = this.preferred.pop()
    if (wanted !== undefined) pick(wanted)
    if (taken.length > 0) return taken
    for (const hash of this.waiting) {
      if (taken.length >= count) break
      pick(hash)
    }
    return taken
  }
}

/** Analyses what waits, in worker threads, and stores it in short batches. */
export async function runAnalysisPhase(phase: AnalysisPhase, queue: AnalysisQueue): Promise<void> {
  let lost = 0
  const again: Unanalysed[][] = []
  const next = (): Unanalysed[] | null => {
    const left = again.pop()
    if (left) return left
    const hashes = queue.take(BATCH)
    return hashes.length > 0 ? phase.load(hashes) : null
  }
  const work = async (articles: Unanalysed[]): Promise<void> => {
    try {
      phase.store(await phase.analyse(articles))
    } catch (error) {
      if (!(error instanceof WorkerLost) || phase.gate.stopped || (error.item < 0 && ++lost > MOST_LOST)) throw error
      const culprit = error.item >= 0 ? articles[error.item] : undefined
      if (culprit) phase.store(lostArticle(culprit, error))
      const rest = articles.filter((article) => article !== culprit)
      if (rest.length > 0) again.push(rest)
    }
  }
  await runLanes(phase.lanes, phase.gate, next, work)
}

function lostArticle({ hash, language }: Unanalysed, error: WorkerLost): AnalysedBatch {
  return { articles: [{ hash, place: null, failure: error.message, language, entities: [] }], block: new Uint8Array(0) }
}
