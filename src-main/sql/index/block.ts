import { statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'
import { unpackBlock } from './block-codec'

/** Where something lies: its block, and its bytes in there when unpacked. */
export interface BlockPlace {
  block: number
  start: number
  length: number
}

/** Unpacked blocks kept at hand: hits and lists often lie in the same ones. 256 blocks are about 5 MB. */
const MOST_BLOCKS = 256
const unpacked = new WeakMap<IndexReader, Map<number, Buffer>>()

/** The bytes at a place; valid as long as they are not written to. */
export function bytesAt(handle: IndexReader, { block, start, length }: BlockPlace): Buffer {
  return unpackedBlock(handle, block).subarray(start, start + length)
}

/** The text at a place. */
export function textAt(handle: IndexReader, { block, start, length }: BlockPlace): string {
  return unpackedBlock(handle, block).toString('utf8', start, start + length)
}

function unpackedBlock(handle: IndexReader, id: number): Buffer {
  const blocks = unpacked.get(handle) ?? new Map<number, Buffer>()
  unpacked.set(handle, blocks)
  const known = blocks.get(id)
  if (known) {
    blocks.delete(id)
    blocks.set(id, known)
    return known
  }
  const data = statement(handle, 'SELECT data FROM block WHERE id = ?').pluck().get(id)
  const block = data instanceof Uint8Array ? unpackBlock(data) : Buffer.alloc(0)
  blocks.set(id, block)
  const oldest = blocks.keys().next()
  if (blocks.size > MOST_BLOCKS && !oldest.done) blocks.delete(oldest.value)
  return block
}

/** One article less in a block; it goes with its last one. Runs inside the caller's transaction. */
export function releaseBlock(handle: IndexWriter, block: unknown): void {
  if (typeof block !== 'number') return
  statement(handle, 'UPDATE block SET articles = articles - 1 WHERE id = ?').run(block)
  const gone = statement(handle, 'DELETE FROM block WHERE id = ? AND articles = 0').run(block)
  // Its number may be used again.
  if (gone.changes > 0) unpacked.get(handle)?.delete(block)
}

/** The blocks of a batch: each is written with the first new article in it, and counts its articles. */
export class BatchBlocks {
  private readonly rows = new Map<number, { id: number; articles: number }>()

  constructor(
    private readonly handle: IndexWriter,
    private readonly blocks: readonly Uint8Array[],
  ) {}

  /** The row of block `index`, which gets one more article. */
  take(index: number): number {
    let row = this.rows.get(index)
    if (!row) {
      const insert = statement(this.handle, 'INSERT INTO block (data, articles) VALUES (?, 0)')
      row = { id: Number(insert.run(this.blocks[index]).lastInsertRowid), articles: 0 }
      this.rows.set(index, row)
    }
    row.articles++
    return row.id
  }

  /** The article was there already: it lies in another block. */
  giveBack(index: number): void {
    const row = this.rows.get(index)
    if (row) row.articles--
  }

  /** Writes down how many articles each block got; one without any goes again. */
  count(): void {
    const update = statement(this.handle, 'UPDATE block SET articles = articles + ? WHERE id = ?')
    for (const { id, articles } of this.rows.values()) {
      if (articles > 0) update.run(articles, id)
      else statement(this.handle, 'DELETE FROM block WHERE id = ?').run(id)
    }
  }
}
