import { cpus } from 'node:os'
import type { EventPayload } from '../contract/events'
import type { EventName } from '../contract/names'
import type { WorkspaceInfo } from '../contract/workspace'
import { closeHandle } from '../sql/connection'
import type { IndexWriter } from '../sql/handle'
import { checkpoint } from '../sql/health'
import { citedArticles } from '../sql/casebook/cited-articles'
import { createAnchorStates, type AnchorStates } from './casebook/anchor-states'
import type { ArticleSource } from './casebook/article-source'
import { openCasebookStore, type CasebookStore } from './casebook/open-casebook-store'
import { workspaceOf, type WorkspacePlace } from './data-root'
import { indexArticles } from './index-articles'
import { openIndexStore } from './open-index-store'
import { Pipeline } from './pipeline/pipeline'
import { workerScript } from './resources'
import { StatusTicker } from './status-ticker'
import { WorkerPool, type PoolLike } from './workers/worker-pool'

export type Emit = <N extends EventName>(event: N, payload: EventPayload<N>) => void

export interface SessionOptions {
  /** Where index and casebook live; the usual place in the data folder when not given. */
  directory?: string
  emit?: Emit
  pool?: PoolLike
  /** Hears of what went wrong without a caller to tell. */
  onTrouble?: (error: unknown) => void
}

const CASEBOOK_TICK = 600_000

/** One open folder: its index, its casebook, and the pipeline between the files and the index. */
export class Session {
  readonly place: WorkspacePlace
  readonly index: IndexWriter
  readonly articles: ArticleSource
  readonly states: AnchorStates
  readonly pipeline: Pipeline
  readonly emit: Emit
  private readonly indexNotice: WorkspaceInfo['notice']
  private readonly pool: PoolLike
  private readonly ticker: StatusTicker
  private casebook: CasebookStore | null = null
  private timer: NodeJS.Timeout | null = null
  private running: Promise<unknown> = Promise.resolve()
  private rescanWanted = false
  private closed = false

  constructor(
    folder: string,
    private readonly options: SessionOptions = {},
  ) {
    this.place = workspaceOf(folder, options.directory)
    this.emit = options.emit ?? (() => undefined)
    const { index, notice } = openIndexStore(this.place.directory, new Date())
    this.index = index
    this.indexNotice = notice
    this.articles = indexArticles(() => this.index)
    this.states = createAnchorStates(() => this.articles)
    this.pool =
      options.pool ?? new WorkerPool({ script: workerScript(), size: Math.max(2, Math.min(6, cpus().length - 1)) })
    this.ticker = new StatusTicker(() => this.emit('status', this.pipeline.status()))
    this.pipeline = new Pipeline({
      folder: this.place.folder,
      index,
      pool: this.pool,
      keep: (hash) => this.cited().has(hash),
      onStatus: () => this.ticker.touch(),
      onChanged: (articles) => this.emit('articles.changed', { articles }),
      onAnalysed: (event) => this.emit('article.analysed', event),
    })
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

  info(): WorkspaceInfo {
    const { id, folder, name } = this.place
    return { id, folder, name, notice: this.store().notice ?? this.indexNotice }
  }

  /** Starts (or, while it runs, orders once more) a run of the whole pipeline; what fails is told to `onTrouble`. */
  rescan(): void {
    if (this.rescanWanted) return
    this.rescanWanted = true
    this.running = this.running.then(async () => {
      this.rescanWanted = false
      if (this.closed) return
      try {
        await this.pipeline.run('all')
      } catch (error) {
        this.options.onTrouble?.(error)
      }
    })
  }

  /** Stops all work, writes everything out and closes both databases. */
  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    this.pipeline.cancel()
    await this.pool.close()
    await this.running
    this.ticker.stop()
    if (this.timer) clearInterval(this.timer)
    this.casebook?.close()
    checkpoint(this.index)
    closeHandle(this.index)
  }

  private cited(): Set<string> {
    return citedArticles(this.store().casebook)
  }
}
