import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AutoSaver, type SaverPhase } from './auto-saver'

describe('AutoSaver', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function saver(save: () => Promise<void> = () => Promise.resolve()) {
    const phases: SaverPhase[] = []
    const spy = vi.fn(save)
    return { saver: new AutoSaver({ save: spy, changed: (phase) => phases.push(phase) }), save: spy, phases }
  }

  it('saves 400 ms after the last change, once', async () => {
    const { saver: note, save } = saver()
    note.touch()
    await vi.advanceTimersByTimeAsync(300)
    note.touch()
    await vi.advanceTimersByTimeAsync(399)
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(save).toHaveBeenCalledOnce()
  })

  it('saves within 2 s of continuous typing', async () => {
    const { saver: note, save } = saver()
    for (let typed = 0; typed < 21; typed++) {
      note.touch()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('never runs two saves at a time and saves what was typed during one', async () => {
    let release = () => {}
    const { saver: note, save, phases } = saver(() => new Promise<void>((resolve) => (release = resolve)))
    note.touch()
    await vi.advanceTimersByTimeAsync(400)
    note.touch()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(save).toHaveBeenCalledTimes(1)
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(phases.at(-1)).toBe('dirty')
    await vi.advanceTimersByTimeAsync(400)
    expect(save).toHaveBeenCalledTimes(2)
  })

  it('is not clean before the acknowledgement', async () => {
    let release = () => {}
    const { saver: note, phases } = saver(() => new Promise<void>((resolve) => (release = resolve)))
    note.touch()
    const flushed = note.flush()
    expect(phases.at(-1)).toBe('saving')
    release()
    expect(await flushed).toBe(true)
    expect(phases.at(-1)).toBe('clean')
  })

  it('keeps the text dirty when a save fails and tries again', async () => {
    let fail = true
    const { saver: note, save, phases } = saver(() => (fail ? Promise.reject(new Error('disk')) : Promise.resolve()))
    note.touch()
    expect(await note.flush()).toBe(false)
    expect(note.dirty).toBe(true)
    expect(phases.at(-1)).toBe('failed')
    fail = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect(save).toHaveBeenCalledTimes(2)
    expect(note.dirty).toBe(false)
  })

  it('flushes everything, also what is typed while it flushes', async () => {
    const { saver: note, save } = saver(async () => {
      if (save.mock.calls.length === 1) note.touch()
      await Promise.resolve()
    })
    note.touch()
    expect(await note.flush()).toBe(true)
    expect(save).toHaveBeenCalledTimes(2)
  })
})
