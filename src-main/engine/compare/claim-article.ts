import { readComparable } from '../../domain/compare/comparable'
import type { ClaimArticle } from '../../domain/compare/conflicts/conflict'
import type { IndexReader } from '../../sql/handle'
import { articleFacts, articleText } from '../../sql/index/article'
import { storedExtraction } from '../analysis/stored-extraction'
import { publicationDay } from '../publication-day'

/** An article without the family it belongs to, which only a whole folder tells. */
export type LoneArticle = Omit<ClaimArticle, 'origin'>

/**
 * One article as it is held against others; null while its analysis is still coming. A date that is only the file's own time says
 * nothing about when a story was told and counts as none.
 */
export function claimArticle(index: IndexReader, hash: string): LoneArticle | null {
  const text = articleText(index, hash)
  const [facts] = articleFacts(index, [hash])
  const extraction = text === null ? null : storedExtraction(index, hash, text)
  if (text === null || !extraction || !facts) return null
  const { path, title } = facts
  const date = publicationDay(facts.date, facts.dateOrigin)
  return { comparable: readComparable(path, text, extraction), path, title, date, extraction }
}
