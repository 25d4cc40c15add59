import { describe, expect, it } from 'vitest'
import { fuseWishes } from './fuse-wishes.mjs'

describe('fuseWishes', () => {
  it('reads what is asked for, and refuses what it does not know', () => {
    const yaml = 'a: 1\nelectronFuses:\n  runAsNode: false\n  onlyLoadAppFromAsar: true\nlinux:\n  target: dir\n'
    expect(fuseWishes(yaml)).toEqual([
      { name: 'runAsNode', option: 0, on: false },
      { name: 'onlyLoadAppFromAsar', option: 5, on: true },
    ])
    expect(() => fuseWishes('electronFuses:\n  everything: true\n')).toThrow(/everything/)
  })
})
