import type { Output, Parsed } from '../contract/channels'
import type { EngineChannel } from '../contract/names'
import { datelineError } from './dateline-error'

/** What a handler gets besides its input. */
export interface Context {
  /** Aborted when the caller cancels, gives up or goes away. */
  signal: AbortSignal
}

/** Every channel the engine answers, with input and output as the contract has them. */
export type Handlers = {
  [N in EngineChannel]: (input: Parsed<N>, context: Context) => Output<N> | Promise<Output<N>>
}

type Untyped = Record<string, (input: unknown, context: Context) => unknown>

/** The handlers for the server, which has checked their input: errors of databases leave as ones a person can act on. */
export function servedHandlers(handlers: Handlers): Untyped {
  const served: Untyped = {}
  for (const [name, handler] of Object.entries(handlers as unknown as Untyped)) {
    served[name] = async (input, context) => {
      try {
        return await handler(input, context)
      } catch (error) {
        throw datelineError(error)
      }
    }
  }
  return served
}
