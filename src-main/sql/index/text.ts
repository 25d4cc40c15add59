import { inflateRawSync } from 'node:zlib'
import { statement } from '../connection'
import type { IndexReader } from '../handle'

/** Where a text lies: its block, and its bytes in there. */
export interface TextPlace {
  block: number
  start: number
  length: number
}

/** Unpacked blocks kept at hand: hits and lists often lie in the same ones. 64 blocks are about 3 MB. */
const MOST_BLOCKS = 64
const unpacked = new WeakMap<IndexReader, Map<number, Buffer>>()

/** The text at a place. */
export function textAt(handle: IndexReader, place: TextPlace): string {
  return blockOf(handle, place.block).toString('utf8', place.start, place.start + place.length)
}

/** Forgets unpacked blocks: their numbers may be used again after a removal. */
export function forgetBlocks(handle: IndexReader): void {
  unpacked.delete(handle)
}

function blockOf(handle: IndexReader, id: number): Buffer {
  let blocks = unpacked.get(handle)
  if (!blocks) unpacked.set(handle, (blocks = new Map()))
  const known = blocks.get(id)
  if (known) {
    blocks.delete(id)
    blocks.set(id, known)
    return known
  }
  const data = statement(handle, 'SELECT data FROM text_block WHERE id = ?').pluck().get(id)
  const block = data instanceof Uint8Array ? inflateRawSync(data) : Buffer.alloc(0)
  blocks.set(id, block)
  const oldest = blocks.keys().next()
  if (blocks.size > MOST_BLOCKS && !oldest.done) blocks.delete(oldest.value)
  return block
}
