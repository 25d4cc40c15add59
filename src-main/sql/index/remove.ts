import { statement } from '../connection'
import type { IndexWriter } from '../handle'
import { releaseBlock } from './block'
import { forgetExtraction } from './extraction'
import { unlistTermsFrom } from './term'

/** Removes one article with its words, its analysis and its counts. Runs inside the caller's transaction. */
export function removeArticle(handle: IndexWriter, article: number): void {
  forgetWork(handle, article)
  releaseBlock(handle, statement(handle, 'DELETE FROM article WHERE id = ? RETURNING block_id').pluck().get(article))
  // The last row's number is given to the next article, whose words are not in the list yet.
  unlistTermsFrom(handle, article)
}

/** Removes what was made of an article's text: its words and its analysis. Runs inside the caller's transaction. */
export function forgetWork(handle: IndexWriter, article: number): void {
  forgetExtraction(handle, article)
  statement(handle, 'DELETE FROM article_fts WHERE rowid = ?').run(article)
}
