import type { FileRecord, ReadBatch, ReadFile } from '../../sql/index/records'
import { reasonOf } from '../read/causes'
import type { BatchRead, ToRead } from '../read/read-batch'
import type { SeenFile } from '../scan/walk'
import { WorkerLost } from '../workers/worker-pool'
import { runLanes, type Gate } from './lanes'

/** A batch is about this much text: writing it takes a few milliseconds, in which no query is answered. */
const BATCH_BYTES = 98_304
const BATCH_FILES = 128
/** Workers that died before they began anything; more of them and something else is wrong. */
const MOST_LOST = 20

/** How many members of one container may each cost a reader; more of them and the container itself is given up. */
const MOST_AVOIDED = 10

export interface TextPhase {
  folder: string
  lanes: number
  gate: Gate
  /** Large containers come in parts before the rest. */
  read(files: ToRead[], onPart: (part: BatchRead) => Promise<void>): Promise<BatchRead>
  /** Called with each batch in the order they come back. */
  store(batch: ReadBatch, vanished: string[]): void
}

/** Reads files in worker threads and hands them to `store` in short batches, so that queries are answered in between. */
export async function runTextPhase(phase: TextPhase, files: readonly SeenFile[]): Promise<void> {
  let lost = 0
  const again: ToRead[][] = []
  let at = 0
  const next = (): ToRead[] | null => {
    const left = again.pop()
    if (left) return left
    const batch: ToRead[] = []
    let bytes = 0
    for (let file = files[at]; file && batch.length < BATCH_FILES && bytes < BATCH_BYTES; file = files[++at]) {
      // A large file goes alone: it may take long, or take the reader with it.
      if (batch.length > 0 && file.size > BATCH_BYTES) break
      batch.push(file)
      bytes += file.size
    }
    return batch.length > 0 ? batch : null
  }
  const work = async (batch: ToRead[]): Promise<void> => {
    const done = new Stored()
    const store = ({ vanished, ...read }: BatchRead) => {
      done.note(read, vanished)
      phase.store(read, vanished)
    }
    try {
      store(
        await phase.read(batch, async (part) => {
          if (!(await phase.gate.pass())) throw new Error('Reading was stopped.')
          store(part)
        }),
      )
    } catch (error) {
      if (!(error instanceof WorkerLost) || phase.gate.stopped || (error.item < 0 && ++lost > MOST_LOST)) throw error
      const culprit = error.item >= 0 ? batch[error.item] : undefined
      const left = culprit && leftOf(culprit, error, done)
      if (culprit && !left)
        phase.store({ files: [lostFile(culprit, error.why)], blocks: [], words: new Uint8Array(0) }, [])
      const rest = batch.filter((file) => file !== culprit && !done.files.has(file.path))
      if (left) again.push([left])
      if (rest.length > 0) again.push(rest)
    }
  }
  await runLanes(phase.lanes, phase.gate, next, work)
}

/** What of a batch has been stored from its parts. */
class Stored {
  readonly files = new Set<string>()
  private readonly members = new Map<string, number>()

  note({ files }: ReadBatch, vanished: readonly string[]): void {
    for (const path of vanished) this.files.add(path)
    for (const { path, container } of files) {
      if (container === null) this.files.add(path)
      else this.members.set(container, this.membersOf(container) + 1)
    }
  }

  membersOf(container: string): number {
    return this.members.get(container) ?? 0
  }
}

/** What is left of a container when a reader was lost over one of its members: all but that one. Null for a file that is none. */
function leftOf(file: ToRead, { member, why }: WorkerLost, done: Stored): ToRead | null {
  if (member < 0) return null
  const avoided = file.avoid ? file.avoid.split(',') : []
  if (avoided.length >= MOST_AVOIDED) return null
  return {
    ...file,
    from: (file.from ?? 0) + done.membersOf(file.path),
    avoid: [...avoided, `${member}:${why}`].join(','),
  }
}

function lostFile(file: SeenFile, why: 'timeout' | 'crash'): ReadFile {
  const { path, pathBytes, size, modified, inode } = file
  return {
    path, pathBytes, size, modified, inode, state: 'failed', cause: why, reason: reasonOf(why), container: null, members: null,
    article: null,
  } // prettier-ignore
}

/** Files that were met but not read, as a batch of their own. */
export function refusedBatch(refused: readonly FileRecord[]): ReadBatch {
  return { files: refused.map((file) => ({ ...file, article: null })), blocks: [], words: new Uint8Array(0) }
}
