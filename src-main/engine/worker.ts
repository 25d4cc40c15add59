import { parentPort, workerData } from 'node:worker_threads'
import type { Task } from './workers/tasks'
import { perform } from './workers/tasks'
import type { WorkerAnswer } from './workers/worker-pool'
import { refuseNetwork } from './no-network'

refuseNetwork()

const port = parentPort
const { progress } = workerData as { progress: SharedArrayBuffer }
const current = new Int32Array(progress)
if (!port) throw new Error('The worker must be started by the engine.')

const answer = async (task: Task): Promise<WorkerAnswer> => {
  try {
    return { ok: true, result: await perform(task, (index) => void Atomics.store(current, 0, index + 1)) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  } finally {
    Atomics.store(current, 0, 0)
  }
}

// One task after the other, in the order they came.
let queue: Promise<unknown> = Promise.resolve()
port.on('message', (task: Task) => {
  queue = queue.then(async () => port.postMessage(await answer(task)))
})
