import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { FolderWatcher } from './folder-watcher'

const TIMES = { quiet: 10, apart: 0, blind: 20 }
const open: FolderWatcher[] = []
afterEach(() => {
  for (const watcher of open.splice(0)) watcher.close()
})

/** A folder with "a" in it, watched, and a promise of the next change told. */
function watched(folder = temporaryFolder()) {
  mkdirSync(join(folder, 'a'))
  const waiting: (() => void)[] = []
  const watcher = new FolderWatcher(folder, () => waiting.splice(0).forEach((done) => done()), TIMES)
  open.push(watcher)
  watcher.follow(['', 'a'].map((path) => ({ path, pathBytes: null })))
  const change = () => new Promise<void>((resolve) => waiting.push(resolve))
  return { folder, watcher, change }
}

describe('FolderWatcher', () => {
  it.each<[string, (folder: string) => void]>([
    ['a new file', (folder) => writeFileSync(join(folder, 'a/new.txt'), 'x')],
    ['more of a file', (folder) => appendFileSync(join(folder, 'a/old.txt'), 'x')],
    ['a renamed file', (folder) => renameSync(join(folder, 'a/old.txt'), join(folder, 'b.txt'))],
    ['a file that goes', (folder) => rmSync(join(folder, 'a/old.txt'))],
    ['a new folder', (folder) => mkdirSync(join(folder, 'b'))],
    ['a folder that goes', (folder) => rmSync(join(folder, 'a'), { recursive: true })],
  ])('tells of %s', async (_, act) => {
    const { folder, watcher, change } = watched()
    writeFileSync(join(folder, 'a/old.txt'), 'x')
    await change()
    const told = change()
    act(folder)
    await told
    expect(watcher.blind).toBe(false)
  })

  it('tells once more when it begins to watch a new folder, since something may be in it already', async () => {
    const { folder, watcher, change } = watched()
    mkdirSync(join(folder, 'b'))
    await change()
    const told = change()
    watcher.follow(['', 'a', 'b'].map((path) => ({ path, pathBytes: null })))
    await told
    const file = change()
    writeFileSync(join(folder, 'b/new.txt'), 'x')
    await file
  })

  it('looks by the clock where a watch cannot be had', async () => {
    const folder = temporaryFolder()
    const told = new Promise<void>((resolve) => {
      const watcher = new FolderWatcher(folder, resolve, TIMES)
      open.push(watcher)
      // A name with a zero byte is refused like a watch that the system has no room for.
      watcher.follow([{ path: 'x\0', pathBytes: null }])
      expect(watcher.blind).toBe(true)
    })
    await told
  })
})
