import type { FileRecord, ReadBatch, ReadFile } from '../../sql/index/records'
import { reasonOf } from '../read/causes'
import type { BatchRead } from '../read/read-batch'
import type { SeenFile } from '../scan/walk'
import { WorkerLost } from '../workers/worker-pool'
import { runLanes, type Gate } from './lanes'

/** A batch is about this much text: writing it takes a few milliseconds, in which no query is answered. */
const BATCH_BYTES = 98_304
const BATCH_FILES = 128
/** Workers that died before they began anything; more of them and something else is wrong. */
const MOST_LOST = 20

export interface TextPhase {
  folder: string
  lanes: number
  gate: Gate
  read(files: SeenFile[]): Promise<BatchRead>
  /** Called with each batch in the order they come back. */
  store(batch: ReadBatch, vanished: string[]): void
}

/** Reads files in worker threads and hands them to `store` in short batches, so that queries are answered in between. */
export async function runTextPhase(phase: TextPhase, files: readonly SeenFile[]): Promise<void> {
  let lost = 0
  const again: SeenFile[][] = []
  let at = 0
  const next = (): SeenFile[] | null => {
    const left = again.pop()
    if (left) return left
    const batch: SeenFile[] = []
    let bytes = 0
    for (let file = files[at]; file && batch.length < BATCH_FILES && bytes < BATCH_BYTES; file = files[++at]) {
      // A large file goes alone: it may take long, or take the reader with it.
      if (batch.length > 0 && file.size > BATCH_BYTES) break
      batch.push(file)
      bytes += file.size
    }
    return batch.length > 0 ? batch : null
  }
  const work = async (batch: SeenFile[]): Promise<void> => {
    try {
      const { vanished, ...read } = await phase.read(batch)
      phase.store(read, vanished)
    } catch (error) {
      if (!(error instanceof WorkerLost) || phase.gate.stopped || (error.item < 0 && ++lost > MOST_LOST)) throw error
      const culprit = error.item >= 0 ? batch[error.item] : undefined
      if (culprit) phase.store({ files: [lostFile(culprit, error.why)], blocks: [], words: new Uint8Array(0) }, [])
      const rest = batch.filter((file) => file !== culprit)
      if (rest.length > 0) again.push(rest)
    }
  }
  await runLanes(phase.lanes, phase.gate, next, work)
}

function lostFile(file: SeenFile, why: 'timeout' | 'crash'): ReadFile {
  return { ...file, state: 'failed', cause: why, reason: reasonOf(why), article: null }
}

/** Files that were met but not read, as a batch of their own. */
export function refusedBatch(refused: readonly FileRecord[]): ReadBatch {
  return { files: refused.map((file) => ({ ...file, article: null })), blocks: [], words: new Uint8Array(0) }
}
