import { analyseBatch } from '../analysis/analyse'
import { readBatch, type BatchRead } from '../read/read-batch'
import type { SeenFile } from '../scan/walk'
import type { AnalysedArticle, Unanalysed } from '../../sql/index/extraction'

/** Work that is done beside the engine's own thread, and what each kind gives. */
export type Task = { kind: 'read'; folder: string; files: SeenFile[] } | { kind: 'analyse'; articles: Unanalysed[] }
export type TaskResult<T extends Task> = T extends { kind: 'read' } ? BatchRead : AnalysedArticle[]

/** Does a task. `onItem` hears which of its files or articles is being worked on. */
export function perform(task: Task, onItem: (index: number) => void): Promise<BatchRead | AnalysedArticle[]> {
  return task.kind === 'read' ? readBatch(task.folder, task.files, onItem) : analyseBatch(task.articles, onItem)
}
