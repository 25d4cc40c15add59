import { unflattenBatch } from './batch-transfer'
import type { OnPart, PoolLike } from './worker-pool'
import { perform, receiveResult, sendTask, type Task, type TaskResult } from './tasks'

/** Does the workers' work in the test's own thread, one task after the other as a worker does, with everything cloned as on the way. */
export function inlinePool(): PoolLike {
  let last: Promise<unknown> = Promise.resolve()
  return {
    lanes: () => 2,
    warm: () => undefined,
    close: () => Promise.resolve(),
    run: <T extends Task>(task: T, onPart?: OnPart): Promise<TaskResult<T>> => {
      const done = last.then(async () => {
        const { result, transfer } = await perform(structuredClone(sendTask(task)), {
          onItem: () => undefined,
          onPart: async (part, parts) => onPart?.(unflattenBatch(structuredClone(part, { transfer: parts }))),
        })
        return receiveResult(structuredClone(result, { transfer })) as TaskResult<T>
      })
      last = done.catch(() => undefined)
      return done
    },
  }
}
