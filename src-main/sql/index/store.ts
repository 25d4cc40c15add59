import { inTransaction, statement } from '../connection'
import type { IndexWriter } from '../handle'
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
    let block: number | null = null
    for (const file of batch.files) {
      let article: number | null = null
      if (file.article) {
        article = articleRow(handle, file.article.hash)
        if (article === null) {
          block ??= insertBlock(handle, batch.block)
          article = insertArticle(handle, file.article, block)
          stored.added.push(file.article.hash)
        }
      }
      const before = putFile(handle, file, article)
      if (before !== null && before !== article) stored.orphaned.push(...releaseArticle(handle, before, keep))
    }
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

function articleRow(handle: IndexWriter, hash: string): number | null {
  const id = statement(handle, 'SELECT id FROM article WHERE hash = ?').pluck().get(Buffer.from(hash, 'hex'))
  return typeof id === 'number' ? id : null
}

function insertBlock(handle: IndexWriter, data: Uint8Array | null): number {
  return Number(
    statement(handle, 'INSERT INTO text_block (data) VALUES (?)').run(data ?? Buffer.alloc(0)).lastInsertRowid,
  )
}

const INSERT_ARTICLE = `
  INSERT INTO article (hash, format, encoding, title, lead, date, date_origin, place, agency, dateline_origin, author, language, words,
    marks, block_id, block_start, block_length)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function insertArticle(handle: IndexWriter, article: ArticleRecord, block: number): number {
  const { header } = article
  const id = statement(handle, INSERT_ARTICLE).run(
    Buffer.from(article.hash, 'hex'),
    article.format,
    article.encoding,
    header.title,
    article.lead,
    header.date,
    header.dateOrigin,
    header.dateline?.place ?? null,
    header.dateline?.agency ?? null,
    header.datelineOrigin,
    header.author,
    article.language,
    article.words,
    marksOf(article),
    block,
    article.blockStart,
    article.blockLength,
  ).lastInsertRowid
  statement(handle, 'INSERT INTO article_fts (rowid, title, body) VALUES (?, ?, ?)').run(
    id,
    article.indexTitle,
    article.indexBody,
  )
  return Number(id)
}

function marksOf({ header }: ArticleRecord): string {
  const { bodyStart, placeSpan, agencySpan } = header
  if (!placeSpan && !agencySpan) return `[${bodyStart}]`
  const ends = [placeSpan?.start ?? null, placeSpan?.end ?? null, agencySpan?.start ?? null, agencySpan?.end ?? null]
  return JSON.stringify([bodyStart, ...ends])
}

const PUT_FILE = `
  INSERT INTO file (path, path_bytes, size, modified, inode, state, cause, reason, article_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
const CHANGE_FILE = `
  UPDATE file SET path_bytes = ?, size = ?, modified = ?, inode = ?, state = ?, cause = ?, reason = ?, article_id = ? WHERE path = ?`

/** Writes the file's row; returns the article it carried before, if any. */
function putFile(handle: IndexWriter, file: ReadFile, article: number | null): number | null {
  const before = statement(handle, 'SELECT article_id FROM file WHERE path = ?').pluck().get(file.path)
  const { path, pathBytes, size, modified, inode, state, cause, reason } = file
  if (before === undefined) {
    statement(handle, PUT_FILE).run(path, pathBytes, size, modified, inode, state, cause, reason, article)
    return null
  }
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
