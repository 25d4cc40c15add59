import { Worker } from 'node:worker_threads'
import type { BatchRead } from '../read/read-batch'
import { unflattenBatch, type FlatBatch } from './batch-transfer'
import { receiveResult, sendTask, type SentResult, type Task, type TaskResult } from './tasks'

/** Takes a part of what a reading task gives. The next parts wait until it settles; when it rejects, the task ends with that error. */
export type OnPart = (part: BatchRead) => Promise<void>

/** What worker and engine tell each other in shared memory, by place. */
export const Progress = {
  /** Number of the item under way plus one, written by the worker; 0 between tasks. */
  item: 0,
  /** Number of the member of a container under way plus one; 0 for a file that is none. */
  member: 1,
  /** How many parts the engine has stored, since the worker started. */
  handled: 2,
  /** Set by the engine when nothing more is wanted of the task under way. */
  stop: 3,
} as const

/** A worker that died or hung over one item of its task; the rest of the task can be done by another. */
export class WorkerLost extends Error {
  constructor(
    readonly why: 'timeout' | 'crash',
    /** Number of the item within the task; -1 when the worker had not begun. */
    readonly item: number,
    detail: string,
    /** Number of the container's member it was at; -1 for a file that is none. */
    readonly member = -1,
  ) {
    super(`worker ${why}: ${detail}`)
    this.name = 'WorkerLost'
  }
}

/** What a worker answers. */
export type WorkerAnswer =
  { ok: true; result: SentResult } | { ok: true; part: FlatBatch } | { ok: false; message: string }

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
  onPart: OnPart | undefined
  resolve(result: unknown): void
  reject(error: Error): void
  /** Why a part of it could not be taken. */
  failed?: Error
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

  /**
   * Does a task in a worker. Rejects with `WorkerLost` when the worker died over it, with another error when it failed as
   * a whole. A reading task of large containers gives most of what it reads to `onPart`, in parts.
   */
  run<T extends Task>(task: T, onPart?: OnPart): Promise<TaskResult<T>> {
    return new Promise<TaskResult<T>>((resolve, reject) => {
      if (this.closed) {
        reject(new WorkerLost('crash', -1, 'closed'))
        return
      }
      this.waiting.push({ task, onPart, resolve: (result) => resolve(result as TaskResult<T>), reject })
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
  private readonly progress = new Int32Array(new SharedArrayBuffer(16))
  private readonly worker: Worker
  private watch = { item: 0, member: 0, since: Date.now() }
  /** Parts one after the other; they are stored in the order in which they came. */
  private parts: Promise<void> = Promise.resolve()
  private partsWaiting = 0
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
    this.worker.on('message', (answer: WorkerAnswer) => void this.hear(answer))
    this.worker.on('error', (error: Error) => this.lose('crash', error.message))
    this.worker.on('exit', () => this.lose('crash', 'exit'))
    this.timer = setInterval(() => this.look(), Math.min(1000, itemTimeout / 2))
    this.timer.unref()
  }

  get load(): number {
    return this.jobs.length
  }

  take(job: Job): void {
    if (this.jobs.length === 0) this.watch = { item: 0, member: 0, since: Date.now() }
    this.jobs.push(job)
    this.worker.postMessage(sendTask(job.task))
  }

  async stop(): Promise<void> {
    this.lose('crash', 'closed')
    await this.worker.terminate()
  }

  private async hear(answer: WorkerAnswer): Promise<void> {
    const [job] = this.jobs
    if ('part' in answer) {
      this.partsWaiting++
      this.parts = this.parts.then(() => this.storePart(job, answer.part))
      return
    }
    await this.parts
    this.settle(answer)
  }

  private async storePart(job: Job | undefined, part: FlatBatch): Promise<void> {
    try {
      if (job && !job.failed) await job.onPart?.(unflattenBatch(part))
    } catch (error) {
      if (job) job.failed = error instanceof Error ? error : new Error(String(error))
      Atomics.store(this.progress, Progress.stop, 1)
    }
    this.partsWaiting--
    Atomics.add(this.progress, Progress.handled, 1)
    Atomics.notify(this.progress, Progress.handled)
  }

  private settle(answer: Exclude<WorkerAnswer, { part: FlatBatch }>): void {
    const job = this.jobs.shift()
    this.watch = { item: 0, member: 0, since: Date.now() }
    if (job?.failed) job.reject(job.failed)
    else if (answer.ok) job?.resolve(receiveResult(answer.result))
    else job?.reject(new Error(answer.message))
    this.onFree()
  }

  /** Stops the worker when it has been at one item for too long. What it sent and nobody took yet holds it up through no fault of its own. */
  private look(): void {
    const item = Atomics.load(this.progress, Progress.item)
    const member = Atomics.load(this.progress, Progress.member)
    const moved = item !== this.watch.item || member !== this.watch.member
    if (moved || this.jobs.length === 0 || this.partsWaiting > 0) this.watch = { item, member, since: Date.now() }
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
    const [item, member] = [Atomics.load(this.progress, Progress.item), Atomics.load(this.progress, Progress.member)]
    // After the parts that came are stored: what is left to do is reckoned from them.
    void this.parts.then(() => {
      first?.reject(first.failed ?? new WorkerLost(why, item - 1, detail, member - 1))
      for (const job of rest) job.reject(new WorkerLost('crash', -1, detail))
      this.onLost(this)
    })
  }
}
