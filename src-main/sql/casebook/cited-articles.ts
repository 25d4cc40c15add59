import { statement } from '../connection'
import type { CasebookReader } from '../handle'

/** Articles (hashes) that any anchor speaks of: their texts are kept when their files go. */
export function citedArticles(casebook: CasebookReader): Set<string> {
  return new Set(statement(casebook, 'SELECT DISTINCT article_id FROM anchor').pluck().all() as string[])
}
