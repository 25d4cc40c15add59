import { DatelineError, type Fault, fromFault } from '@contract/errors'
import type { EventPayload } from '@contract/events'
import type { ChannelName, EventName } from '@contract/names'
import type { Output } from '@contract/channels'
import type { Bridge, CallInput } from './bridge'

type Outcome = { ok: true; value: unknown } | { ok: false; fault: Fault }

/** What the preload exposes: named calls in groups, and the two functions that are no calls. */
export interface ExposedApi {
  on(event: string, listener: (payload: unknown) => void): () => void
  pathOf(file: File): string
  [group: string]: unknown
}

declare global {
  interface Window {
    dateline?: ExposedApi
  }
}

type NamedCall = (input: unknown) => Promise<Outcome>

function namedCall(api: ExposedApi, name: ChannelName): NamedCall {
  const [group = '', call = ''] = name.split('.')
  const found = (api[group] as Record<string, NamedCall> | undefined)?.[call]
  if (!found) throw new DatelineError('unsupported', 'This window cannot do that.', name)
  return found
}

/** Objects of Vue's are proxies, which the structured clone of the preload refuses; plain data passes. */
const plain = (input: unknown): unknown => (input === undefined ? null : JSON.parse(JSON.stringify(input)))

/** The bridge over the preload's named calls; a fault becomes the DatelineError the promise is rejected with. */
export function createWindowBridge(api: ExposedApi): Bridge {
  return {
    async call<N extends ChannelName>(name: N, ...input: CallInput<N>) {
      const outcome = await namedCall(api, name)(plain(input[0]))
      if (!outcome.ok) throw fromFault(outcome.fault)
      // The other side has parsed the answer with the channel's schema.
      return outcome.value as Output<N>
    },
    on: <N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void) =>
      api.on(event, listener as (payload: unknown) => void),
    pathOf: (file) => api.pathOf(file),
  }
}
