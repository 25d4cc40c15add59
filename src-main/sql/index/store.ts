import { inTransaction, statement } from '../connection'
import type { IndexWriter } from '../handle'
import { BatchBlocks, releaseBlock } from './block'
import { forgetWork, removeArticle } from './remove'
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

export interface StoreRules {
  keep: Keep
  /** Version of the readers that made the batch: an article that others made gets its text, header and words anew. */
  reader: string
}

/**
 * Stores a batch of read files: all of it or nothing. A text that is known already only gains a path; a file whose content
 * changed lets go of its old text, which goes when no other file carries it and `keep` does not ask for it.
 */
export function storeBatch(handle: IndexWriter, batch: ReadBatch, { keep, reader }: StoreRules): Stored {
  return inTransaction(handle, () => {
    const stored: Stored = { added: [], orphaned: [] }
    const blocks = new BatchBlocks(handle, batch.blocks)
    for (const file of batch.files) {
      const article =
        file.article && putArticle(handle, { article: file.article, words: batch.words, reader }, blocks, stored)
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
  INSERT INTO article (reader, format, encoding, encoding_confidence, encoding_chosen, title, lead, date, date_origin, place, agency, dateline_origin, author, language, words,
    marks, block_id, block_start, block_length, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (hash) DO NOTHING`
const RENEW_ARTICLE = `
  UPDATE article SET reader = ?, format = ?, encoding = ?, encoding_confidence = ?, encoding_chosen = ?, title = ?, lead = ?, date = ?, date_origin = ?, place = ?, agency = ?,
    dateline_origin = ?, author = ?, language = ?, words = ?, marks = ?, block_id = ?, block_start = ?, block_length = ?
  WHERE hash = ?`

interface ReadArticle {
  article: ArticleRecord
  words: Uint8Array
  reader: string
}

/** The row of an article, written when its content is new, or other readers or another choice of encoding made it. */
function putArticle(handle: IndexWriter, read: ReadArticle, blocks: BatchBlocks, stored: Stored): number {
  const { article } = read
  const hash = Buffer.from(article.hash, 'hex')
  const values = [...columnsOf(read, blocks.take(article.block)), hash]
  const inserted = statement(handle, INSERT_ARTICLE).run(values)
  if (inserted.changes === 1) {
    putWords(handle, Number(inserted.lastInsertRowid), read)
    stored.added.push(article.hash)
    return Number(inserted.lastInsertRowid)
  }
  const select = statement(
    handle,
    'SELECT id, reader, encoding_chosen AS chosen, block_id AS block FROM article WHERE hash = ?',
  )
  const known = select.get(hash) as { id: number; reader: string; chosen: string | null; block: number }
  if (known.reader === read.reader && known.chosen === article.encodingChosen) {
    blocks.giveBack(article.block)
    return known.id
  }
  forgetWork(handle, known.id)
  statement(handle, RENEW_ARTICLE).run(values)
  releaseBlock(handle, known.block)
  putWords(handle, known.id, read)
  stored.added.push(article.hash)
  return known.id
}

const columnsOf = ({ article, reader }: ReadArticle, block: number) => [
  reader,
  article.format,
  article.encoding,
  article.encodingConfidence,
  article.encodingChosen,
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
]

function putWords(handle: IndexWriter, id: number, { article, words }: ReadArticle): void {
  const body = words.subarray(article.wordsStart, article.wordsStart + article.wordsLength)
  statement(handle, 'INSERT INTO article_fts (rowid, title, body) VALUES (?, ?, ?)').run(id, article.indexTitle, body)
}

const PUT_FILE = `
  INSERT INTO file (path_bytes, size, modified, inode, state, cause, reason, article_id, container, members, path)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (path) DO NOTHING`
const CHANGE_FILE = `
  UPDATE file SET path_bytes = ?, size = ?, modified = ?, inode = ?, state = ?, cause = ?, reason = ?, article_id = ?,
    container = ?, members = ?
  WHERE path = ?`

/** Writes the file's row; returns the article it carried before, if any. */
function putFile(handle: IndexWriter, file: ReadFile, article: number | null): number | null {
  const { path, pathBytes, size, modified, inode, state, cause, reason, container, members } = file
  const values = [pathBytes, size, modified, inode, state, cause, reason, article, container, members, path]
  if (statement(handle, PUT_FILE).run(values).changes === 1) return null
  const before = statement(handle, 'SELECT article_id FROM file WHERE path = ?').pluck().get(path)
  statement(handle, CHANGE_FILE).run(values)
  return typeof before === 'number' ? before : null
}

function releaseArticle(handle: IndexWriter, article: number, keep: Keep): string[] {
  if (statement(handle, 'SELECT 1 FROM file WHERE article_id = ? LIMIT 1').get(article)) return []
  const hash = statement(handle, 'SELECT lower(hex(hash)) FROM article WHERE id = ?').pluck().get(article)
  if (typeof hash !== 'string' || keep(hash)) return []
  removeArticle(handle, article)
  return [hash]
}
