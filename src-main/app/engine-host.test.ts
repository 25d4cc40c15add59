import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backOff, DOWN_RETRY_MS, startEngine } from './engine-host'

/** The processes forked so far, as the test makes them live and die. */
const forked: (EventEmitter & { pid: number | undefined; postMessage: () => void; kill: () => void })[] = []

vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const child = Object.assign(new EventEmitter(), { pid: 1, stderr: null, postMessage: () => undefined, kill: () => undefined }) // prettier-ignore
      forked.push(child)
      return child
    },
  },
  MessageChannelMain: class {
    readonly port1 = Object.assign(new EventEmitter(), { postMessage: () => undefined, start: () => undefined, close: () => undefined }) // prettier-ignore
    readonly port2 = null
  },
}))

describe('the engine’s host', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    forked.length = 0
  })

  it('starts an engine that dies again, ever later, then every half minute, and says each state', async () => {
    const states: string[] = []
    const host = startEngine({ script: 'x', env: {}, handlers: {}, onLine: () => undefined, onState: (state) => states.push(state) }) // prettier-ignore
    const die = () => forked.at(-1)?.emit('exit', 1)
    for (let failure = 1; failure <= 4; failure++) {
      die()
      vi.advanceTimersByTime(backOff(failure) - 1)
      expect(forked).toHaveLength(failure)
      vi.advanceTimersByTime(1)
      expect(forked).toHaveLength(failure + 1)
    }
    for (const count of [6, 7]) {
      die()
      expect(states.at(-1)).toBe('down')
      vi.advanceTimersByTime(DOWN_RETRY_MS)
      expect(forked).toHaveLength(count)
    }
    forked.at(-1)?.emit('spawn')
    expect(states).toEqual(['restarting', 'restarting', 'restarting', 'restarting', 'down', 'down', 'up'])

    const stopped = host.stop(1_000)
    die()
    await stopped
    vi.advanceTimersByTime(DOWN_RETRY_MS)
    expect(forked).toHaveLength(7)
  })
})
