import { statement } from '../connection'
import type { IndexWriter } from '../handle'
import { forgetEntities } from './entity'
import { forgetBlocks } from './text'

/** Removes one article with its words, its analysis and its counts. Runs inside the caller's transaction. */
export function removeArticle(handle: IndexWriter, article: number): void {
  forgetEntities(handle, article)
  statement(handle, 'DELETE FROM extraction WHERE article_id = ?').run(article)
  statement(handle, 'DELETE FROM article_fts WHERE rowid = ?').run(article)
  const block = statement(handle, 'DELETE FROM article WHERE id = ? RETURNING block_id').pluck().get(article)
  const orphan =
    'DELETE FROM text_block WHERE id = ? AND NOT EXISTS (SELECT 1 FROM article WHERE block_id = text_block.id)'
  statement(handle, orphan).run(block)
  forgetBlocks(handle)
}
