import { NONE_CHOSEN, type ChosenEncodings } from '../../domain/decisions/chosen-encodings'
import type { EventPayload } from '../../contract/events'
import type { Status } from '../../contract/workspace'
import type { IndexWriter } from '../../sql/handle'
import { articleAtPath, countArticles, filesReadOtherwise } from '../../sql/index/article'
import {
  clearAnalyses,
  countAnalysed,
  readUnanalysed,
  storeAnalyses,
  waitingArticles,
} from '../../sql/index/extraction'
import { countTroubled, knownFiles, renameFiles, troubledFiles } from '../../sql/index/file'
import { noteFirstRun, readMeta, writeMeta } from '../../sql/index/meta'
import { removeFiles, type Keep, type Stored } from '../../sql/index/store'
import { EXTRACTION_VERSION } from '../analysis/extraction-version'
import { UNREMARKABLE } from '../read/causes'
import { walk, type Walk } from '../scan/walk'
import type { ToRead } from '../read/read-batch'
import type { OnPart, PoolLike } from '../workers/worker-pool'
import { collectTerms } from '../search/collect-terms'
import { AnalysisQueue, runAnalysisPhase } from './analysis-phase'
import { BulkWriter } from './bulk-writer'
import { findChanges, type Changes } from './find-changes'
import { Gate } from './lanes'
import { emptyReport, type IndexReport } from './index-report'
import { Progress } from './progress'
import { refusedBatch, runTextPhase } from './text-phase'

/**
 * Raised when the program learns to read more kinds of files, or gives another text or header for known ones: everything is then read
 * again, once.
 */
const READER_VERSION = '11'

export interface PipelineOptions {
  folder: string
  index: IndexWriter
  pool: Omit<PoolLike, 'close'>
  keep: Keep
  /** Hears of the folders that were just looked through. */
  onFolders?: (folders: Walk['folders']) => void
  onStatus(): void
  onChanged(articles: number): void
  onAnalysed(event: EventPayload<'article.analysed'>): void
  /** Applies the analyst's corrections to what analysis stores; without it nothing is corrected. */
  corrections?: AnalysisCorrections
  /** Milliseconds. */
  now?: () => number
}

/** What the analyst's corrections do while articles are analysed. */
export interface AnalysisCorrections {
  /** Version of what analysis finds, and the file of what was learned from corrections (null for nothing). */
  version(): number
  learned(): string | null
  /** In which encodings files are to be read, by the sha256 of their bytes. Asked once at the beginning of a run. */
  encodings(): ChosenEncodings
  /** Before articles are analysed: the index shows the decisions of the casebook. */
  begin(): void
  /** After these articles were stored. */
  stored(ids: readonly string[]): void
  /** When all are analysed: names of the folder are brought together. */
  end(): void
}

/**
 * Brings the index up to what the folder has: scan, read, store, analyse. Everything it does is committed in whole steps, so it
 * can be killed anywhere and the next run goes on from there.
 */
export class Pipeline {
  readonly progress: Progress
  private gate = new Gate()
  private queue = new AnalysisQueue([])
  /** Counted anew when below 0. */
  private attention = -1
  private articleCount = -1
  private chosen: ChosenEncodings = NONE_CHOSEN
  private readonly now: () => number

  constructor(private readonly options: PipelineOptions) {
    this.now = options.now ?? (() => performance.now())
    this.progress = new Progress(this.now)
  }

  /** Runs both phases, or only the first. Resolves early when cancelled; rejects when the folder or the index fails as a whole. */
  async run(phase: 'text' | 'all'): Promise<IndexReport> {
    const gate = (this.gate = new Gate())
    const report = emptyReport(this.options.folder)
    const started = this.now()
    try {
      const changes = await this.scan(report)
      report.seconds.scan = (this.now() - started) / 1000
      await this.read(changes, report, gate)
      report.seconds.text = (this.now() - started) / 1000 - report.seconds.scan
      this.options.onChanged(this.articles())
      if (!gate.stopped) await collectTerms(this.options.index, READER_VERSION, () => gate.stopped)
      if (phase === 'all' && !gate.stopped) await this.analyse(gate)
      this.progress.begin(gate.stopped ? 'cancelled' : 'idle', 0)
    } catch (error) {
      this.progress.begin(gate.stopped ? 'cancelled' : 'failed', 0)
      if (!gate.stopped) throw error
    } finally {
      this.progress.current = null
      this.attention = -1
      this.options.onStatus()
    }
    report.seconds.total = (this.now() - started) / 1000
    report.seconds.analysis = report.seconds.total - report.seconds.scan - report.seconds.text
    report.problems = troubledFiles(this.options.index, [], 1_000_000).map(({ path, state, reason }) => ({
      path,
      state,
      reason,
    }))
    return report
  }

  pause(): void {
    this.gate.pause()
    this.options.onStatus()
  }

  resume(): void {
    this.gate.resume()
    this.options.onStatus()
  }

  cancel(): void {
    this.gate.stop()
  }

  /** Somebody looks at an article: it is analysed next. */
  prefer(hash: string): void {
    this.queue.prefer(hash)
  }

  status(): Status {
    if (this.attention < 0) this.attention = countTroubled(this.options.index, UNREMARKABLE)
    const status = this.progress.status({ articles: this.articles(), attention: this.attention })
    return this.gate.paused && status.phase !== 'idle' ? { ...status, phase: 'paused' } : status
  }

  private articles(): number {
    if (this.articleCount < 0) this.articleCount = countArticles(this.options.index)
    return this.articleCount
  }

  private count({ added, orphaned }: Stored): void {
    if (this.articleCount >= 0) this.articleCount += added.length - orphaned.length
  }

  private async scan(report: IndexReport): Promise<Changes> {
    const { index, folder } = this.options
    this.progress.reset()
    this.progress.begin('scan', 0)
    this.options.onStatus()
    this.options.pool.warm()
    const known = knownFiles(index)
    this.chosen = this.options.corrections?.encodings() ?? NONE_CHOSEN
    const steps = walk(folder)
    let step = steps.next()
    while (!step.done) {
      await nextTurn()
      step = steps.next()
    }
    const seen: Walk = step.value
    this.options.onFolders?.(seen.folders)
    const reread = readMeta(index, 'reader') !== READER_VERSION
    const changes = findChanges(seen, known, reread, filesReadOtherwise(index, this.chosen))
    const members = changes.unchanged.filter((file) => file.container !== null)
    report.files = seen.files.length + seen.refused.length + members.length
    report.moved = changes.moved.length
    for (const file of changes.unchanged) {
      if (file.state === 'indexed' || file.state === 'partial') report.unchanged++
      else report[file.state]++
    }
    return changes
  }

  private async read(changes: Changes, report: IndexReport, gate: Gate): Promise<void> {
    const { index, folder, keep, pool } = this.options
    const writer = new BulkWriter(index, { keep, reader: READER_VERSION })
    const fresh = new Set<string>()
    this.progress.text = { done: 0, total: changes.toRead.length }
    this.progress.begin('text', 0)
    if (changes.moved.length > 0) renameFiles(index, changes.moved)
    try {
      if (changes.refused.length > 0) writer.store(refusedBatch(changes.refused))
      for (const file of changes.refused) this.endContainer(file.path, changes)
      for (const file of changes.refused) if (file.state === 'failed' || file.state === 'skipped') report[file.state]++
      const phase = {
        folder,
        lanes: pool.lanes('read'),
        gate,
        read: (files: ToRead[], onPart: OnPart) =>
          pool.run({ kind: 'read', folder, files, chosen: this.chosen }, onPart),
        store: (batch: Parameters<BulkWriter['store']>[0], vanished: string[]) => {
          this.count(writer.store(batch))
          for (const file of batch.files) {
            report[file.state]++
            this.progress.count(file.article?.format ?? 'other', file.state)
            if (file.article) fresh.add(file.article.hash)
            if (file.container === null) this.endContainer(file.path, changes)
            else changes.members.get(file.container)?.delete(file.path)
          }
          const own = batch.files.filter((file) => file.container === null).length
          report.files += batch.files.length - own
          for (const path of vanished) this.endContainer(path, changes)
          changes.removed.push(...vanished)
          report.files -= vanished.length
          this.progress.text.done += own + vanished.length
          this.progress.current = batch.files.at(-1)?.path ?? this.progress.current
          this.attention = -1
          this.options.onStatus()
        },
      }
      await runTextPhase(phase, changes.toRead)
    } finally {
      writer.flush()
    }
    if (gate.stopped) return
    this.removeGone(changes.removed, fresh, report)
    writeMeta(index, 'reader', READER_VERSION)
    noteFirstRun(index)
    if (changes.toRead.length > 0) writeMeta(index, 'readAt', new Date().toISOString())
  }

  /** A file has been read to its end: members it had and did not show again are gone. */
  private endContainer(path: string, changes: Changes): void {
    const left = changes.members.get(path)
    if (left) changes.removed.push(...left)
    changes.members.delete(path)
  }

  /** After reading, so that a text that only moved is still there when its new file comes in. */
  private removeGone(paths: string[], fresh: ReadonlySet<string>, report: IndexReport): void {
    const { index, keep } = this.options
    if (paths.length === 0) return
    let moved = 0
    for (const path of paths) {
      const hash = articleAtPath(index, path)
      if (hash !== null && fresh.has(hash)) moved++
    }
    report.moved += moved
    report.indexed -= Math.min(moved, report.indexed)
    report.removed = paths.length - moved
    this.count(removeFiles(index, paths, keep))
  }

  private async analyse(gate: Gate): Promise<void> {
    const { index, pool } = this.options
    const stored = readMeta(index, 'extraction')
    if (stored !== null && stored !== String(EXTRACTION_VERSION)) clearAnalyses(index)
    if (stored !== String(EXTRACTION_VERSION)) writeMeta(index, 'extraction', String(EXTRACTION_VERSION))
    const { corrections } = this.options
    const version = corrections?.version() ?? EXTRACTION_VERSION
    const learned = corrections?.learned() ?? null
    this.queue = new AnalysisQueue(waitingArticles(index, version))
    const done = countAnalysed(index, version)
    this.progress.analysis = { done, total: done + this.queue.size }
    this.progress.begin('analysis', done)
    this.options.onStatus()
    const phase = {
      lanes: pool.lanes('analyse'),
      gate,
      load: (hashes: readonly string[]) => readUnanalysed(index, hashes),
      analyse: (articles: ReturnType<typeof readUnanalysed>) => pool.run({ kind: 'analyse', articles, learned }),
      store: (analysed: Parameters<typeof storeAnalyses>[2]) => {
        const ids = storeAnalyses(index, version, analysed)
        corrections?.stored(ids)
        this.progress.analysis.done += ids.length
        this.options.onAnalysed({ ids })
        this.options.onStatus()
      },
    }
    corrections?.begin()
    const waiting = this.queue.size
    await runAnalysisPhase(phase, this.queue)
    if (waiting > 0 && !gate.stopped) corrections?.end()
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
