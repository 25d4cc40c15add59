import type { ByteSource } from '../byte-source'
import { Unreadable } from '../unreadable'
import { packageKind } from '../zip/package-kind'
import type { ContainerReader } from './container'
import { looksLikeMbox, mboxContainer } from './mbox-container'
import { zipContainer } from './zip-container'

const HEAD = 65_536

/** The reader for a file that holds several articles, by its first bytes; null for one that is a single article, or none. */
export function chooseContainer(source: ByteSource, _path: string): ContainerReader | null {
  const head = source.read(0, HEAD)
  if (head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) return isArchive(source) ? zipContainer : null
  const start = head.toString('latin1', 0, 4000)
  if (looksLikeMbox(start)) return mboxContainer
  return null
}

function isArchive(source: ByteSource): boolean {
  try {
    return packageKind(source) === 'archive'
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}
