import type { AnalysedBatch, Unanalysed } from '../../sql/index/extraction'
import { readBatch, type BatchRead } from '../read/read-batch'
import type { SeenFile } from '../scan/walk'
import { flattenBatch, flattenFiles, unflattenBatch, unflattenFiles, type Flat, type FlatBatch } from './batch-transfer'

/** Work that is done beside the engine's own thread, and what each kind gives. */
export type Task = { kind: 'read'; folder: string; files: SeenFile[] } | { kind: 'analyse'; articles: Unanalysed[] }
export type TaskResult<T extends Task> = T extends { kind: 'read' } ? BatchRead : AnalysedBatch

/** The same as it travels between threads. */
export type SentTask = { kind: 'read'; folder: string; files: Flat } | { kind: 'analyse'; articles: Unanalysed[] }
export type SentResult = { kind: 'read'; batch: FlatBatch } | { kind: 'analyse'; analysed: AnalysedBatch }

export function sendTask(task: Task): SentTask {
  return task.kind === 'read' ? { ...task, files: flattenFiles(task.files) } : task
}

export function receiveResult(sent: SentResult): BatchRead | AnalysedBatch {
  return sent.kind === 'read' ? unflattenBatch(sent.batch) : sent.analysed
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
  // Extraction with its word lists and model is loaded with the first article that needs it.
  const { analyseBatch } = await import('../analysis/analyse')
  return { result: { kind: 'analyse', analysed: await analyseBatch(task.articles, onItem) }, transfer: [] }
}
