import { closeSync, existsSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const NAME = 'reserve'
const RESERVE_BYTES = 8 * 1024 * 1024
const CHUNK = Buffer.alloc(1024 * 1024)

/** Room on the disk kept for notes, so that a disk filled by anything else still takes the words being written. */
export interface Reserve {
  /** Takes the room when there is plenty; a disk that is nearly full is left alone. */
  hold(): void
  /** Gives the room back; false when none was held. */
  release(): boolean
}

/** The reserve of a workspace: a file of 8 MB in its data folder. */
export function reserveIn(directory: string): Reserve {
  const path = join(directory, NAME)
  return {
    hold() {
      const { bavail, bsize } = statfsSync(directory)
      if (existsSync(path) || bavail * bsize < 4 * RESERVE_BYTES) return
      const file = openSync(path, 'w')
      try {
        // Written, not only given a length: a file with holes holds no room.
        for (let written = 0; written < RESERVE_BYTES; written += CHUNK.length) writeSync(file, CHUNK)
      } finally {
        closeSync(file)
      }
    },
    release() {
      if (!existsSync(path)) return false
      rmSync(path)
      return true
    },
  }
}
