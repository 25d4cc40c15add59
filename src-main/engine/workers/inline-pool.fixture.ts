import { unflattenBatch } from './batch-transfer'
import type { OnPart, PoolLike } from './worker-pool'
import { perform, receiveResult, sendTask, type Task, type TaskResult } from './tasks'

/** Does the workers' work in the test's own thread, with everything cloned as on the way to another one. */
export function inlinePool(): PoolLike {
  return {
    lanes: () => 2,
    warm: () => undefined,
    close: () => Promise.resolve(),
    run: async <T extends Task>(task: T, onPart?: OnPart): Promise<TaskResult<T>> => {
      const { result, transfer } = await perform(structuredClone(sendTask(task)), {
        onItem: () => undefined,
        onPart: async (part, parts) => onPart?.(unflattenBatch(structuredClone(part, { transfer: parts }))),
      })
      return receiveResult(structuredClone(result, { transfer })) as TaskResult<T>
    },
  }
}
