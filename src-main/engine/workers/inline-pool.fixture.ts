import type { PoolLike } from './worker-pool'
import { perform, receiveResult, sendTask, type Task, type TaskResult } from './tasks'

/** Does the workers' work in the test's own thread, with everything cloned as on the way to another one. */
export function inlinePool(): PoolLike {
  return {
    lanes: () => 2,
    warm: () => undefined,
    close: () => Promise.resolve(),
    run: async <T extends Task>(task: T): Promise<TaskResult<T>> => {
      const { result, transfer } = await perform(structuredClone(sendTask(task)), () => undefined)
      return receiveResult(structuredClone(result, { transfer })) as TaskResult<T>
    },
  }
}
