import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../casebook/casebook.fixture'

const tried = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'])

/** Why this account cannot have a disk of a chosen size; null when it can. Belongs into the name of the test that is skipped. */
export const whyNoSmallDisk: string | null =
  process.getuid?.() === 0 && tried.status === 0 ? null : 'this account may not mount a disk'

/** A disk of its own of that many megabytes, gone with the test. */
export function smallDisk(megabytes: number): string {
  const folder = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder])
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  const work = join(folder, 'workspace')
  mkdirSync(work)
  return work
}

/** Fills the disk a folder is on to the last byte; returns what makes room again. */
export function fill(folder: string): () => void {
  const path = join(folder, 'filler')
  const file = openSync(path, 'w')
  for (let size = 1024 * 1024; size >= 1;) {
    try {
      if (writeSync(file, Buffer.alloc(size)) < size) size >>= 1
    } catch {
      size >>= 1
    }
  }
  closeSync(file)
  return () => rmSync(path)
}

/** Makes a folder read-only under the feet of who uses it, for root too; returns what undoes it. */
export function turnReadOnly(folder: string): () => void {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500)
    return () => chmodSync(folder, 0o700)
  }
  execFileSync('mount', ['--bind', folder, folder])
  execFileSync('mount', ['-o', 'remount,bind,ro', folder])
  return () => void execFileSync('umount', [folder])
}
