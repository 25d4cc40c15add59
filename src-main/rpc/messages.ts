import type { Fault } from '../contract/errors'

/** What travels over a port. Ids are chosen by the caller and never used twice on one port. */
export type Message =
  | { kind: 'request'; id: number; channel: string; input: unknown }
  | { kind: 'cancel'; id: number }
  | { kind: 'response'; id: number; ok: true; output: unknown }
  | { kind: 'response'; id: number; ok: false; fault: Fault }
  | { kind: 'event'; name: string; payload: unknown }

/** Whether something from a port has the outer form of a message; its contents are checked by the channel's schema. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'event') return 'name' in value && typeof value.name === 'string'
  if (!('id' in value) || typeof value.id !== 'number' || !Number.isSafeInteger(value.id)) return false
  if (value.kind === 'cancel') return true
  if (value.kind === 'request') return 'channel' in value && typeof value.channel === 'string'
  return value.kind === 'response' && 'ok' in value && typeof value.ok === 'boolean'
}
