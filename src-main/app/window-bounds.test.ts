import { describe, expect, it } from 'vitest'
import { windowBounds } from './window-bounds'

const left = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 1280, height: 800 }

describe('windowBounds', () => {
  it('opens in the middle of the first display when there is nothing to restore', () => {
    expect(windowBounds(null, [left])).toEqual({ x: 240, y: 90, width: 1440, height: 900 })
  })
  it('fills a display that is smaller than the usual size', () => {
    expect(windowBounds(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 700,
    })
  })
  it('comes back on the display it was on, and fits it', () => {
    const saved = { x: 2000, y: 100, width: 1600, height: 700, maximized: false }
    expect(windowBounds(saved, [left, right])).toEqual({ x: 1920, y: 100, width: 1280, height: 700 })
  })
  it('comes back to the first display when its own is gone', () => {
    const saved = { x: 5000, y: 0, width: 900, height: 700, maximized: false }
    expect(windowBounds(saved, [left]).x).toBe(240)
  })
})
