import type { AnalysedBatch, Unanalysed } from '../../sql/index/extraction'
import type { Health } from '../../sql/health'
import { readBatch, type BatchRead } from '../read/read-batch'
import type { SeenFile } from '../scan/walk'
import { flattenBatch, flattenFiles, unflattenBatch, unflattenFiles, type Flat, type FlatBatch } from './batch-transfer'

/** Work that is done beside the engine's own thread, and what each kind gives. */
export type Task =
  | { kind: 'read'; folder: string; files: SeenFile[] }
  | { kind: 'analyse'; articles: Unanalysed[] }
  | { kind: 'check'; index: string }
interface Results {
  read: BatchRead
  analyse: AnalysedBatch
  check: Health
}
export type TaskResult<T extends Task> = Results[T['kind']]

/** The same as it travels between threads. */
export type SentTask = { kind: 'read'; folder: string; files: Flat } | Exclude<Task, { kind: 'read' }>
export type SentResult =
  { kind: 'read'; batch: FlatBatch } | { kind: 'analyse'; analysed: AnalysedBatch } | { kind: 'check'; health: Health }

export function sendTask(task: Task): SentTask {
  return task.kind === 'read' ? { ...task, files: flattenFiles(task.files) } : task
}

export function receiveResult(sent: SentResult): Results[Task['kind']] {
  if (sent.kind === 'read') return unflattenBatch(sent.batch)
  return sent.kind === 'analyse' ? sent.analysed : sent.health
}

/** Does a task. `onItem` hears which of its files or articles is being worked on. */
export async function perform(
  task: SentTask,
  onItem: (index: number) => void,
): Promise<{ result: SentResult; transfer: ArrayBuffer[] }> {
  if (task.kind === 'read') {
    const { flat, transfer } = flattenBatch(await readBatch(task.folder, unflattenFiles(task.files), onItem))
    return { result: { kind: 'read', batch: flat }, transfer }
  }
  if (task.kind === 'check') {
    const { checkIndex } = await import('./check-index')
    return { result: { kind: 'check', health: checkIndex(task.index) }, transfer: [] }
  }
  // Extraction with its word lists and model is loaded with the first article that needs it.
  const { analyseBatch } = await import('../analysis/analyse')
  return { result: { kind: 'analyse', analysed: await analyseBatch(task.articles, onItem) }, transfer: [] }
}
