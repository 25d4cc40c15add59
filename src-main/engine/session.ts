import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { EventPayload } from '../contract/events'
import type { EventName } from '../contract/names'
import type { WorkspaceInfo } from '../contract/workspace'
import { closeHandle } from '../sql/connection'
import { DatabaseError } from '../sql/database-error'
import type { IndexWriter } from '../sql/handle'
import { checkpoint } from '../sql/health'
import { assertCasebookFree } from '../sql/open-casebook'
import { isDamage } from '../sql/sqlite-fault'
import { citedArticles } from '../sql/casebook/cited-articles'
import { createAnchorStates, type AnchorStates } from './casebook/anchor-states'
import type { ArticleSource } from './casebook/article-source'
import { openCasebookStore, type CasebookStore } from './casebook/open-casebook-store'
import { workspaceOf, type WorkspacePlace } from './data-root'
import type { Dossier } from '../domain/compare/dossier/dossier'
import { chosenEncodings, rereadArticles, type ChosenEncodings } from '../domain/decisions/chosen-encodings'
import { filesReadOtherwise } from '../sql/index/article'
import { LatestComparison } from './compare/latest-comparison'
import type { LearningArticle } from '../domain/extract/names/learn-names'
import { lessons, teaches } from './learning/lessons'
import { WorkspaceLearning } from './learning/workspace-learning'
import { correctionsOf } from './decisions/corrections'
import { decisionLog } from './decisions/decision-log'
import { groupFolder } from './decisions/group-folder'
import { recountAnalysed, replayDecisions } from './decisions/replay-decisions'
import type { DossierQuestion } from './compare/read-dossier'
import { indexArticles } from './index-articles'
import { moveIndexAside, openIndexStore, rebuilding, type OpenedIndex } from './open-index-store'
import { Pipeline } from './pipeline/pipeline'
import { workerScript } from './resources'
import { StatusTicker } from './status-ticker'
import { FolderWatcher } from './watch/folder-watcher'
import { WorkerPool, type PoolLike } from './workers/worker-pool'

export type Emit = <N extends EventName>(event: N, payload: EventPayload<N>) => void

export interface SessionOptions {
  /** Where index and casebook live; the usual place in the data folder when not given. */
  directory?: string
  emit?: Emit
  pool?: PoolLike
  /** Worker threads for analysis. */
  workers?: number
  /** Read again what changes while the folder is open. */
  watch?: boolean
  /** Read nothing and start no workers; what is indexed and written is there. `DATELINE_SAFE` when not given. */
  safe?: boolean
  /** Hears of what went wrong without a caller to tell. */
  onTrouble?: (error: unknown) => void
}

const SAFE_MODE = {
  kind: 'safe-mode',
  message:
    'Safe mode: nothing is read from the folder. Notes and everything read before are here. Start Dateline without --safe to read on.',
} as const

const CASEBOOK_TICK = 600_000

/** One open folder: its index, its casebook, and the pipeline between the files and the index. */
export class Session {
  readonly place: WorkspacePlace
  readonly articles: ArticleSource
  readonly states: AnchorStates
  readonly comparison: LatestComparison
  readonly emit: Emit
  readonly learning: WorkspaceLearning
  private learningNow: Promise<void> | null = null
  private readonly pool: PoolLike
  private readonly ticker: StatusTicker
  private opened: OpenedIndex
  private line: Pipeline
  private casebook: CasebookStore | null = null
  private reread: ReadonlySet<string> | null = null
  private citations: { at: number; articles: ReadonlySet<string> } = { at: -Infinity, articles: new Set() }
  private timer: NodeJS.Timeout | null = null
  private running: Promise<unknown> = Promise.resolve()
  private rescanWanted = false
  private readonly watcher: FolderWatcher | null
  private closed = false
  private readonly safe: boolean
  private checked = false

  constructor(
    folder: string,
    private readonly options: SessionOptions = {},
  ) {
    this.place = workspaceOf(folder, options.directory)
    this.emit = options.emit ?? (() => undefined)
    // A second program that has this folder open must not have its index moved from under it.
    assertCasebookFree(this.casebookFile())
    this.opened = openIndexStore(this.place.directory, new Date())
    this.learning = new WorkspaceLearning(this.place.directory)
    this.articles = indexArticles(() => this.index)
    this.states = createAnchorStates(
      () => this.articles,
      () => this.rereadNow(),
    )
    this.safe = options.safe ?? process.env['DATELINE_SAFE'] === '1'
    this.pool = options.pool ?? startPool(options.workers)
    this.comparison = new LatestComparison(this.pool, join(this.place.directory, 'index.sqlite'))
    this.ticker = new StatusTicker(() => this.emit('status', this.pipeline.status()))
    this.watcher = options.watch ? new FolderWatcher(this.place.folder, () => this.changedOutside()) : null
    this.line = this.pipelineFor(this.opened.index)
  }

  get index(): IndexWriter {
    return this.opened.index
  }

  get pipeline(): Pipeline {
    return this.line
  }

  /** The casebook, opened with the first look into it. Throws `in_use` when another program has it. */
  store(): CasebookStore {
    if (!this.casebook) {
      const { onTrouble } = this.options
      this.casebook = openCasebookStore({ directory: this.place.directory, ...(onTrouble ? { onTrouble } : {}) })
      this.timer = setInterval(() => this.casebook?.tick(), CASEBOOK_TICK)
      this.timer.unref()
    }
    return this.casebook
  }

  /** What the folder says of one name, gathered in a worker; null where it knows nobody of it. */
  dossier(question: DossierQuestion): Promise<Dossier | null> {
    return this.pool.run({ kind: 'dossier', index: join(this.place.directory, 'index.sqlite'), question })
  }

  info(): WorkspaceInfo {
    const { id, folder, name } = this.place
    return { id, folder, name, notice: this.store().notice ?? this.opened.notice ?? (this.safe ? SAFE_MODE : null) }
  }

  /** Starts (or, while it runs, orders once more) a run of the whole pipeline; what fails is told to `onTrouble`. */
  rescan(): void {
    if (this.rescanWanted || this.safe) return
    this.rescanWanted = true
    this.running = this.running.then(async () => {
      this.rescanWanted = false
      if (this.closed) return
      try {
        await this.pipeline.run('all')
        await this.check()
      } catch (error) {
        this.trouble(error)
      }
    })
  }

  /** Shows what the casebook's corrections say now, everywhere. */
  replay(): void {
    if (!this.bringDecisions()) return
    if (filesReadOtherwise(this.index, this.chosenEncodings()).size > 0) this.rescan()
    this.comparison.outdated()
    this.emit('decisions.changed', null)
    this.learnLater()
  }

  /** How many of the corrections that hold say what is a name and of which kind. */
  taught(): number {
    return correctionsOf(this.index).active.filter(teaches).length
  }

  /** Learns from the corrections in a worker when there are enough new ones, and then has the articles analysed anew by it. */
  private learnLater(): void {
    const corrections = this.taught()
    if (this.safe || this.learningNow || !this.learning.isDue(corrections)) return
    const learn = (articles: LearningArticle[]) => this.pool.run({ kind: 'learn', articles })
    this.learningNow = this.learning
      .learn(corrections, lessons(this.index), learn, new Date().toISOString())
      .then((changed) => {
        this.learningNow = null
        if (changed && !this.closed) this.rescan()
      })
      .catch((error: unknown) => {
        this.learningNow = null
        if (!this.closed) this.options.onTrouble?.(error)
      })
  }

  /** When nothing is being learned or read (any more). */
  async settled(): Promise<void> {
    await this.learningNow
    await this.running
  }

  private chosenEncodings(): ChosenEncodings {
    return chosenEncodings(correctionsOf(this.index).active)
  }

  /** Articles whose encoding was ever chosen. */
  private rereadNow(): ReadonlySet<string> {
    this.reread ??= rereadArticles(
      this.casebook || existsSync(this.casebookFile()) ? decisionLog(this.store().casebook) : [],
    )
    return this.reread
  }

  private bringDecisions(): boolean {
    this.reread = null
    const none = !this.casebook && !existsSync(this.casebookFile())
    return replayDecisions(this.index, none ? [] : decisionLog(this.store().casebook))
  }

  /** Something changed in the folder. Reading that was stopped, or failed as a whole, is not taken up again by itself. */
  private changedOutside(): void {
    const { phase } = this.pipeline.status()
    if (phase !== 'cancelled' && phase !== 'failed') this.rescan()
  }

  /** What failed without a caller to tell; a damaged index is made anew. */
  trouble(error: unknown): void {
    this.options.onTrouble?.(error)
    if (isDamage(error) && !this.closed) this.rebuildIndex()
  }

  /** Moves the index aside and fills a new one from the files; whoever asks meanwhile sees it fill. */
  private rebuildIndex(): void {
    this.pipeline.cancel()
    closeHandle(this.index)
    moveIndexAside(this.place.directory, new Date())
    this.opened = { ...openIndexStore(this.place.directory, new Date()), notice: rebuilding('damaged') }
    this.line = this.pipelineFor(this.opened.index)
    this.emit('articles.changed', { articles: 0 })
    this.rescan()
  }

  /** Looks through the whole index once, beside everything else: a damaged page may go unnoticed for long. */
  private async check(): Promise<void> {
    if (this.checked || this.closed) return
    this.checked = true
    const { ok, verdict } = await this.pool.run({ kind: 'check', index: join(this.place.directory, 'index.sqlite') })
    if (!ok)
      this.trouble(
        new DatabaseError('damaged', 'The index was damaged and is being made anew from your files.', verdict),
      )
  }

  private pipelineFor(index: IndexWriter): Pipeline {
    return new Pipeline({
      folder: this.place.folder,
      index,
      pool: this.pool,
      keep: (hash) => this.cited().has(hash),
      onFolders: (folders) => this.watcher?.follow(folders),
      onStatus: () => this.ticker.touch(),
      onChanged: (articles) => {
        this.comparison.outdated()
        this.emit('articles.changed', { articles })
      },
      onAnalysed: (event) => {
        this.comparison.outdated()
        this.emit('article.analysed', event)
      },
      corrections: {
        version: () => this.learning.version,
        learned: () => this.learning.file,
        encodings: () => {
          this.tryDecisions()
          return this.chosenEncodings()
        },
        begin: () => this.tryDecisions(),
        stored: (ids) => recountAnalysed(index, ids),
        end: () => {
          if (groupFolder(index) > 0) this.emit('decisions.changed', null)
        },
      },
    })
  }

  /** A casebook that cannot be opened keeps nobody from reading: what it corrects is replayed when it opens. */
  private tryDecisions(): void {
    try {
      this.bringDecisions()
    } catch (error) {
      this.options.onTrouble?.(error)
    }
  }

  private casebookFile(): string {
    return join(this.place.directory, 'casebook.sqlite')
  }

  /** Stops all work, writes everything out and closes both databases. */
  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    this.watcher?.close()
    this.pipeline.cancel()
    await this.pool.close()
    await this.running
    this.ticker.stop()
    if (this.timer) clearInterval(this.timer)
    this.casebook?.close()
    try {
      checkpoint(this.index)
    } finally {
      closeHandle(this.index)
    }
  }

  /** Asked for every text whose last file went, so the answer is good for a second. */
  private cited(): ReadonlySet<string> {
    const now = performance.now()
    if (now - this.citations.at > 1000) {
      const none = !this.casebook && !existsSync(this.casebookFile())
      this.citations = { at: now, articles: none ? new Set() : citedArticles(this.store().casebook) }
    }
    return this.citations.articles
  }
}

/** One worker fewer than there are cores, so that screens stay quick; two cores read with one and analyse with two. */
function startPool(workers = Math.max(2, Math.min(6, cpus().length - 1))): WorkerPool {
  return new WorkerPool({ script: workerScript(), size: workers, readers: Math.max(1, Math.min(3, cpus().length - 1)) })
}
