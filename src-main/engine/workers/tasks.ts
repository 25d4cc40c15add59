import type { ChosenEncodings } from '../../domain/decisions/chosen-encodings'
import type { AnalysedBatch, Unanalysed } from '../../sql/index/extraction'
import type { Health } from '../../sql/health'
import type { Dossier } from '../../domain/compare/dossier/dossier'
import type { LearningArticle } from '../../domain/extract/names/learn-names'
import type { Learned } from '../learning/learn-corrections'
import type { FolderComparison } from '../compare/compare-folder'
import type { DossierQuestion } from '../compare/read-dossier'
import type { Extracted, ExtractInput } from '../analysis/extract-file'
import { readBatch, type BatchRead, type ToRead } from '../read/read-batch'
import { flattenBatch, flattenFiles, unflattenBatch, unflattenFiles, type Flat, type FlatBatch } from './batch-transfer'

/** Work that is done beside the engine's own thread, and what each kind gives. */
export type Task =
  | { kind: 'read'; folder: string; files: ToRead[]; chosen: ChosenEncodings }
  | { kind: 'analyse'; articles: Unanalysed[]; learned: string | null }
  | { kind: 'learn'; articles: LearningArticle[] }
  | { kind: 'check'; index: string }
  | { kind: 'compare'; index: string }
  | { kind: 'dossier'; index: string; question: DossierQuestion }
  | { kind: 'extract'; files: ExtractInput[] }
interface Results {
  read: BatchRead
  analyse: AnalysedBatch
  learn: Learned
  check: Health
  compare: FolderComparison
  dossier: Dossier | null
  extract: Extracted[]
}
export type TaskResult<T extends Task> = Results[T['kind']]

/** The same as it travels between threads. */
export type SentTask =
  { kind: 'read'; folder: string; files: Flat; chosen: ChosenEncodings } | Exclude<Task, { kind: 'read' }>
export type SentResult =
  | { kind: 'read'; batch: FlatBatch }
  | { kind: 'analyse'; analysed: AnalysedBatch }
  | { kind: 'learn'; learned: Learned }
  | { kind: 'check'; health: Health }
  | { kind: 'compare'; comparison: FolderComparison }
  | { kind: 'dossier'; dossier: Dossier | null }
  | { kind: 'extract'; extracted: Extracted[] }

export function sendTask(task: Task): SentTask {
  return task.kind === 'read' ? { ...task, files: flattenFiles(task.files) } : task
}

export function receiveResult(sent: SentResult): Results[Task['kind']] {
  switch (sent.kind) {
    case 'read':
      return unflattenBatch(sent.batch)
    case 'analyse':
      return sent.analysed
    case 'learn':
      return sent.learned
    case 'check':
      return sent.health
    case 'compare':
      return sent.comparison
    case 'dossier':
      return sent.dossier
    case 'extract':
      return sent.extracted
  }
}

/** Hears of a task while it is done. */
export interface TaskListener {
  /** Which of its files or articles is being worked on, and which member of a container. */
  onItem(index: number, member: number | null): void
  /** A part of what a reading task gives, ahead of the rest. Settles when the next part may come. */
  onPart(part: FlatBatch, transfer: ArrayBuffer[]): Promise<void>
}

/** Does a task. */
export async function perform(
  task: SentTask,
  { onItem, onPart }: TaskListener,
): Promise<{ result: SentResult; transfer: ArrayBuffer[] }> {
  if (task.kind === 'read') {
    const listener = {
      onItem,
      onPart: (part: BatchRead) => {
        const { flat, transfer } = flattenBatch(part)
        return onPart(flat, transfer)
      },
    }
    const read = await readBatch(task.folder, unflattenFiles(task.files), listener, task.chosen)
    const { flat, transfer } = flattenBatch(read)
    return { result: { kind: 'read', batch: flat }, transfer }
  }
  if (task.kind === 'check') {
    const { checkIndex } = await import('./check-index')
    return { result: { kind: 'check', health: checkIndex(task.index) }, transfer: [] }
  }
  if (task.kind === 'compare') {
    const { compareFolder } = await import('../compare/compare-folder')
    return { result: { kind: 'compare', comparison: compareFolder(task.index) }, transfer: [] }
  }
  if (task.kind === 'dossier') {
    const { dossierOf } = await import('../compare/read-dossier')
    return { result: { kind: 'dossier', dossier: dossierOf(task.index, task.question) }, transfer: [] }
  }
  if (task.kind === 'learn') {
    const { learnCorrections } = await import('../learning/learn-corrections')
    return { result: { kind: 'learn', learned: learnCorrections(task.articles) }, transfer: [] }
  }
  // Extraction with its word lists and model is loaded with the first article that needs it.
  if (task.kind === 'extract') {
    const { extractFile } = await import('../analysis/extract-file')
    const extracted: Extracted[] = []
    for (const [index, file] of task.files.entries()) {
      onItem(index, null)
      for await (const one of extractFile(file)) extracted.push(one)
    }
    return { result: { kind: 'extract', extracted }, transfer: [] }
  }
  const { analyseBatch } = await import('../analysis/analyse')
  return {
    result: {
      kind: 'analyse',
      analysed: await analyseBatch(task.articles, task.learned, (index) => onItem(index, null)),
    },
    transfer: [],
  }
}
