import type { Input, Output } from '@contract/channels'
import type { EventPayload } from '@contract/events'
import type { ChannelName, EventName } from '@contract/names'

/** What a call is given: nothing for channels without input, else the channel's input. */
export type CallInput<N extends ChannelName> = Input<N> extends null ? [] : [input: Input<N>]

/** Everything the page can ask of the rest of Dateline. Stores use it; components never do. */
export interface Bridge {
  /** Asks one channel. @throws DatelineError with a code of the closed set. */
  call<N extends ChannelName>(name: N, ...input: CallInput<N>): Promise<Output<N>>
  /** Listens to an event; returns the function that stops listening. */
  on<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): () => void
  /** The absolute path of a file or folder dropped on the window. */
  pathOf(file: File): string
}

let current: Bridge | undefined

/** Puts the bridge in place: the window's in the application, a fake one in tests and on the development page. */
export function installBridge(bridge: Bridge): void {
  current = bridge
}

/** The bridge in use. */
export function useBridge(): Bridge {
  if (!current) throw new Error('No bridge has been installed.')
  return current
}
