import { inTransaction, statement } from '../connection'
import type { IndexWriter } from '../handle'
import { BatchBlocks } from './block'
import { removeArticle } from './remove'
import type { ArticleRecord, ReadBatch, ReadFile } from './records'

/** What storing a batch did. */
export interface Stored {
  /** Articles that were not there before, as hashes. */
  added: string[]
  /** Hashes of articles whose last file is gone. */
  orphaned: string[]
}

/** Keeps an article whose last file is gone: it is still cited. */
export type Keep = (hash: string) => boolean

/**
 * Stores a batch of read files: all of it or nothing. A text that is known already only gains a path; a file whose content
 * changed lets go of its old text, which goes when no other file carries it and `keep` does not ask for it.
 */
export function storeBatch(handle: IndexWriter, batch: ReadBatch, keep: Keep): Stored {
  return inTransaction(handle, () => {
    const stored: Stored = { added: [], orphaned: [] }
    const blocks = new BatchBlocks(handle, batch.blocks)
    for (const file of batch.files) {
      const article = file.article && putArticle(handle, file.article, batch.words, blocks, stored)
      const before = putFile(handle, file, article)
      if (before !== null && before !== article) stored.orphaned.push(...releaseArticle(handle, before, keep))
    }
    blocks.count()
    return stored
  })
}

/** Removes files by path; texts that no file carries any more go too, unless `keep` asks for them. */
export function removeFiles(handle: IndexWriter, paths: readonly string[], keep: Keep): Stored {
  return inTransaction(handle, () => {
    const stored: Stored = { added: [], orphaned: [] }
    const remove = statement(handle, 'DELETE FROM file WHERE path = ? RETURNING article_id').pluck()
    for (const path of paths) {
      const article = remove.get(path)
      if (typeof article === 'number') stored.orphaned.push(...releaseArticle(handle, article, keep))
    }
    return stored
  })
}

const INSERT_ARTICLE = `
  INSERT INTO article (hash, format, encoding, title, lead, date, date_origin, place, agency, dateline_origin, author, language, words,
    marks, block_id, block_start, block_length)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (hash) DO NOTHING`

/** The row of an article, written when its content is new. */
function putArticle(
  handle: IndexWriter,
  article: ArticleRecord,
  words: Uint8Array,
  blocks: BatchBlocks,
  stored: Stored,
): number {
  const hash = Buffer.from(article.hash, 'hex')
  const block = blocks.take(article.block)
  const inserted = statement(handle, INSERT_ARTICLE).run(
    hash,
    article.format,
    article.encoding,
    article.title,
    article.lead,
    article.date,
    article.dateOrigin,
    article.place,
    article.agency,
    article.datelineOrigin,
    article.author,
    article.language,
    article.words,
    article.marks,
    block,
    article.blockStart,
    article.blockLength,
  )
  if (inserted.changes === 0) {
    blocks.giveBack(article.block)
    return Number(statement(handle, 'SELECT id FROM article WHERE hash = ?').pluck().get(hash))
  }
  const body = words.subarray(article.wordsStart, article.wordsStart + article.wordsLength)
  statement(handle, 'INSERT INTO article_fts (rowid, title, body) VALUES (?, ?, ?)').run(
    inserted.lastInsertRowid,
    article.indexTitle,
    body,
  )
  stored.added.push(article.hash)
  return Number(inserted.lastInsertRowid)
}

const PUT_FILE = `
  INSERT INTO file (path, path_bytes, size, modified, inode, state, cause, reason, article_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (path) DO NOTHING`
const CHANGE_FILE = `
  UPDATE file SET path_bytes = ?, size = ?, modified = ?, inode = ?, state = ?, cause = ?, reason = ?, article_id = ? WHERE path = ?`

/** Writes the file's row; returns the article it carried before, if any. */
function putFile(handle: IndexWriter, file: ReadFile, article: number | null): number | null {
  const { path, pathBytes, size, modified, inode, state, cause, reason } = file
  const { changes } = statement(handle, PUT_FILE).run(
    path,
    pathBytes,
    size,
    modified,
    inode,
    state,
    cause,
    reason,
    article,
  )
  if (changes === 1) return null
  const before = statement(handle, 'SELECT article_id FROM file WHERE path = ?').pluck().get(path)
  statement(handle, CHANGE_FILE).run(pathBytes, size, modified, inode, state, cause, reason, article, path)
  return typeof before === 'number' ? before : null
}

function releaseArticle(handle: IndexWriter, article: number, keep: Keep): string[] {
  if (statement(handle, 'SELECT 1 FROM file WHERE article_id = ? LIMIT 1').get(article)) return []
  const hash = statement(handle, 'SELECT lower(hex(hash)) FROM article WHERE id = ?').pluck().get(article)
  if (typeof hash !== 'string' || keep(hash)) return []
  removeArticle(handle, article)
  return [hash]
}
