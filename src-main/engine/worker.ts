import { parentPort, workerData } from 'node:worker_threads'
import { perform, type SentTask, type TaskListener } from './workers/tasks'
import { Progress, type WorkerAnswer } from './workers/worker-pool'
import { refuseNetwork } from './no-network'

refuseNetwork()

const port = parentPort
const { progress } = workerData as { progress: SharedArrayBuffer }
const current = new Int32Array(progress)
if (!port) throw new Error('The worker must be started by the engine.')

const listener: TaskListener = {
  onItem(index, member) {
    Atomics.store(current, Progress.member, member === null ? 0 : member + 1)
    Atomics.store(current, Progress.item, index + 1)
  },
  // Blocks this thread until what it sent is stored but for two parts: it would fill the memory where the disk is slow.
  onPart(part, transfer) {
    send({ ok: true, part }, transfer)
    const sent = ++parts
    for (;;) {
      if (Atomics.load(current, Progress.stop) === 1)
        return Promise.reject(new Error('Nothing more is wanted of this task.'))
      const handled = Atomics.load(current, Progress.handled)
      if (sent - handled <= 2) return Promise.resolve()
      Atomics.wait(current, Progress.handled, handled, 1000)
    }
  },
}
/** How many parts this worker has sent. */
let parts = 0

const answer = async (task: SentTask): Promise<void> => {
  try {
    const { result, transfer } = await perform(task, listener)
    send({ ok: true, result }, transfer)
  } catch (error) {
    send({ ok: false, message: error instanceof Error ? error.message : String(error) })
  } finally {
    Atomics.store(current, Progress.stop, 0)
    Atomics.store(current, Progress.member, 0)
    Atomics.store(current, Progress.item, 0)
  }
}
const send = (message: WorkerAnswer, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

// One task after the other, in the order they came.
let queue: Promise<unknown> = Promise.resolve()
port.on('message', (task: SentTask) => {
  queue = queue.then(() => answer(task))
})
