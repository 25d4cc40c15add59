import { describe, expect, it } from 'vitest'
import { countRefusals } from './refusals'

describe('countRefusals', () => {
  it('counts what would have left the machine, once each, and says what it was', () => {
    const told: [number, string][] = []
    const refusals = countRefusals((count, last) => told.push([count, last]))
    refusals.add('https://tracker.example/a')
    refusals.addPolicyViolation('connect-src', 'wss://tracker.example')
    refusals.addPolicyViolation('webrtc', '')
    expect(told).toEqual([
      [1, 'https://tracker.example/a'],
      [2, 'wss://tracker.example'],
      [3, 'webrtc'],
    ])
  })
  it('leaves out violations that send nothing, and whatever is no violation', () => {
    const refusals = countRefusals(() => undefined)
    for (const blocked of [
      'inline',
      'eval',
      'data:text/css,a',
      'blob:app://bundle/1',
      'app://bundle/x.js',
      '',
      7,
      null,
    ])
      refusals.addPolicyViolation('style-src', blocked)
    refusals.addPolicyViolation(undefined, 'https://a.example')
    expect(refusals.count).toBe(0)
    expect(refusals.last).toBeNull()
  })
  it('keeps the beginning of a long address', () => {
    const refusals = countRefusals(() => undefined)
    refusals.add(`https://a.example/${'x'.repeat(10_000)}`)
    expect(refusals.last).toHaveLength(300)
  })
})
