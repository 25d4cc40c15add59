import { parentPort, workerData } from 'node:worker_threads'
import { perform, type SentTask } from './workers/tasks'
import type { WorkerAnswer } from './workers/worker-pool'
import { refuseNetwork } from './no-network'

refuseNetwork()

const port = parentPort
const { progress } = workerData as { progress: SharedArrayBuffer }
const current = new Int32Array(progress)
if (!port) throw new Error('The worker must be started by the engine.')

const answer = async (task: SentTask): Promise<void> => {
  try {
    const { result, transfer } = await perform(task, (index) => void Atomics.store(current, 0, index + 1))
    send({ ok: true, result }, transfer)
  } catch (error) {
    send({ ok: false, message: error instanceof Error ? error.message : String(error) })
  } finally {
    Atomics.store(current, 0, 0)
  }
}
const send = (message: WorkerAnswer, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

// One task after the other, in the order they came.
let queue: Promise<unknown> = Promise.resolve()
port.on('message', (task: SentTask) => {
  queue = queue.then(() => answer(task))
})
