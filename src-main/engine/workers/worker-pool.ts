import { Worker } from 'node:worker_threads'
import { receiveResult, sendTask, type SentResult, type Task, type TaskResult } from './tasks'

/** A worker that died or hung over one item of its task; the rest of the task can be done by another. */
export class WorkerLost extends Error {
  constructor(
    readonly why: 'timeout' | 'crash',
    /** Number of the item within the task; -1 when the worker had not begun. */
    readonly item: number,
    detail: string,
  ) {
    super(`worker ${why}: ${detail}`)
    this.name = 'WorkerLost'
  }
}

/** What a worker answers. */
export type WorkerAnswer = { ok: true; result: SentResult } | { ok: false; message: string }

export interface PoolOptions {
  /** The bundled worker script. */
  script: string | URL
  size: number
  /** How many of them read files: more than the one writer can keep up with only get in its way. */
  readers: number
  /** Milliseconds one file or article may take. */
  itemTimeout?: number
}

/** What the pipeline and a session need of a pool. */
export type PoolLike = Pick<WorkerPool, 'run' | 'lanes' | 'warm' | 'close'>

interface Job {
  task: Task
  resolve(result: unknown): void
  reject(error: Error): void
}

const ITEM_TIMEOUT = 30_000
/** Megabytes of heap one worker may use: a file that needs more is not read. */
const HEAP = 512

/** Worker threads that read and analyse. Each has one task under way and the next one already in its mailbox. */
export class WorkerPool {
  private readonly members: Member[] = []
  private readonly waiting: Job[] = []
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  /** How many tasks of a kind keep its workers busy without a pause between two. */
  lanes(kind: Task['kind']): number {
    return this.workersFor(kind) * 2
  }

  /** Starts the readers now, so that they are ready when the first task comes. */
  warm(): void {
    while (!this.closed && this.members.length < this.workersFor('read')) this.members.push(this.member())
  }

  /** Does a task in a worker. Rejects with `WorkerLost` when the worker died over it, with another error when it failed as a whole. */
  run<T extends Task>(task: T): Promise<TaskResult<T>> {
    return new Promise<TaskResult<T>>((resolve, reject) => {
      if (this.closed) {
        reject(new WorkerLost('crash', -1, 'closed'))
        return
      }
      this.waiting.push({ task, resolve: (result) => resolve(result as TaskResult<T>), reject })
      this.hand()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    for (const job of this.waiting.splice(0)) job.reject(new WorkerLost('crash', -1, 'closed'))
    await Promise.all(this.members.splice(0).map((member) => member.stop()))
  }

  private hand(): void {
    for (let job = this.waiting[0]; job; job = this.waiting[0]) {
      const member = this.leastBusy(this.workersFor(job.task.kind))
      if (!member) return
      this.waiting.shift()
      member.take(job)
    }
  }

  private workersFor(kind: Task['kind']): number {
    return kind === 'read' ? Math.min(this.options.readers, this.options.size) : this.options.size
  }

  private leastBusy(among: number): Member | null {
    const known = this.members.slice(0, among)
    const idle = known.find((member) => member.load === 0)
    if (idle) return idle
    if (this.members.length < among) {
      const member = this.member()
      this.members.push(member)
      return member
    }
    return known.find((member) => member.load === 1) ?? null
  }

  private member(): Member {
    const { script, itemTimeout = ITEM_TIMEOUT } = this.options
    return new Member(
      script,
      itemTimeout,
      (lost) => this.replace(lost),
      () => this.hand(),
    )
  }

  private replace(lost: Member): void {
    const at = this.members.indexOf(lost)
    if (at >= 0) this.members.splice(at, 1)
    if (!this.closed) this.hand()
  }
}

/** One worker thread with the tasks it was given. */
class Member {
  private readonly jobs: Job[] = []
  /** Number of the item under way plus one, written by the worker; 0 between tasks. */
  private readonly progress = new Int32Array(new SharedArrayBuffer(4))
  private readonly worker: Worker
  private watch: { item: number; since: number } = { item: 0, since: Date.now() }
  private readonly timer: NodeJS.Timeout
  private gone = false

  constructor(
    script: string | URL,
    private readonly itemTimeout: number,
    private readonly onLost: (member: Member) => void,
    private readonly onFree: () => void,
  ) {
    this.worker = new Worker(script, {
      workerData: { progress: this.progress.buffer },
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
    this.worker.on('message', (answer: WorkerAnswer) => this.settle(answer))
    this.worker.on('error', (error: Error) => this.lose('crash', error.message))
    this.worker.on('exit', () => this.lose('crash', 'exit'))
    this.timer = setInterval(() => this.look(), Math.min(1000, itemTimeout / 2))
    this.timer.unref()
  }

  get load(): number {
    return this.jobs.length
  }

  take(job: Job): void {
    if (this.jobs.length === 0) this.watch = { item: 0, since: Date.now() }
    this.jobs.push(job)
    this.worker.postMessage(sendTask(job.task))
  }

  async stop(): Promise<void> {
    this.lose('crash', 'closed')
    await this.worker.terminate()
  }

  private settle(answer: WorkerAnswer): void {
    const job = this.jobs.shift()
    this.watch = { item: 0, since: Date.now() }
    if (answer.ok) job?.resolve(receiveResult(answer.result))
    else job?.reject(new Error(answer.message))
    this.onFree()
  }

  /** Stops the worker when it has been at one item for too long. */
  private look(): void {
    const item = Atomics.load(this.progress, 0)
    if (item !== this.watch.item || this.jobs.length === 0) this.watch = { item, since: Date.now() }
    else if (Date.now() - this.watch.since > this.itemTimeout) {
      this.lose('timeout', `item ${item}`)
      void this.worker.terminate()
    }
  }

  private lose(why: 'timeout' | 'crash', detail: string): void {
    if (this.gone) return
    this.gone = true
    clearInterval(this.timer)
    const [first, ...rest] = this.jobs.splice(0)
    first?.reject(new WorkerLost(why, Atomics.load(this.progress, 0) - 1, detail))
    for (const job of rest) job.reject(new WorkerLost('crash', -1, detail))
    this.onLost(this)
  }
}
