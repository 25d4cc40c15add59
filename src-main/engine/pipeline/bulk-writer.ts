import { begin, end } from '../../sql/connection'
import type { IndexWriter } from '../../sql/handle'
import type { ReadBatch, ReadFile } from '../../sql/index/records'
import { storeBatch, type Stored, type StoreRules } from '../../sql/index/store'
import { reasonOf } from '../read/causes'

/** Kept in one transaction at most: the price of a crash is reading this much again. */
const MOST_BYTES = 10_000_000
const MOST_MILLISECONDS = 3000
const NO_WORDS = new Uint8Array(0)

/**
 * Stores batches, many to a transaction: committing each would make the full-text index write and merge a piece per batch.
 * Queries on the same connection see everything stored so far. When a batch cannot be stored, the transaction is undone and its
 * batches are stored one by one, so that only the file at fault is lost, with a reason.
 */
export class BulkWriter {
  private pending: ReadBatch[] = []
  private bytes = 0
  private since = 0

  constructor(
    private readonly index: IndexWriter,
    private readonly rules: StoreRules,
    private readonly now: () => number = Date.now,
  ) {}

  /** Stores a batch; it is on the disk after the next `flush`, which comes by itself after three seconds or 10 MB. */
  store(batch: ReadBatch): Stored {
    if (this.pending.length === 0) {
      begin(this.index)
      this.since = this.now()
    }
    this.pending.push(batch)
    this.bytes += batch.files.reduce((sum, file) => sum + (file.article?.blockLength ?? 0), 0)
    let stored: Stored
    try {
      stored = storeBatch(this.index, batch, this.rules)
    } catch (error) {
      return this.storeApart(error)
    }
    if (this.bytes > MOST_BYTES || this.now() - this.since > MOST_MILLISECONDS) this.flush()
    return stored
  }

  /** Commits what is pending. */
  flush(): void {
    if (this.pending.length === 0) return
    this.pending = []
    this.bytes = 0
    end(this.index, 'COMMIT')
  }

  /** Undoes the transaction and stores its batches one by one, and the last one file by file when it still fails. */
  private storeApart(error: unknown): Stored {
    end(this.index, 'ROLLBACK')
    const batches = this.pending
    this.pending = []
    this.bytes = 0
    if (isFatal(error)) throw error
    const last = batches.pop()
    for (const batch of batches) storeBatch(this.index, batch, this.rules)
    const stored: Stored = { added: [], orphaned: [] }
    for (const file of last?.files ?? []) {
      const one = this.storeOne({ files: [file], blocks: last?.blocks ?? [], words: last?.words ?? NO_WORDS })
      stored.added.push(...one.added)
      stored.orphaned.push(...one.orphaned)
    }
    return stored
  }

  private storeOne(batch: ReadBatch): Stored {
    try {
      return storeBatch(this.index, batch, this.rules)
    } catch (error) {
      if (isFatal(error)) throw error
      const detail = error instanceof Error ? error.message : String(error)
      const files = batch.files.map((file): ReadFile => ({
        ...file,
        state: 'failed',
        cause: 'fault',
        reason: reasonOf('fault', detail),
        article: null,
      }))
      return storeBatch(this.index, { files, blocks: [], words: NO_WORDS }, this.rules)
    }
  }
}

/** A full disk or a damaged file is nobody's file's fault: everything stops. */
function isFatal(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(?:FULL|IOERR|CORRUPT|NOTADB|READONLY|BUSY|LOCKED)/.test(code)
}
