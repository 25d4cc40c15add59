import type { ActiveDecision, Decision } from './decision'

/** Encodings the analyst chose, by the sha256 of a file's bytes: wherever these bytes stand, they are read so. */
export type ChosenEncodings = ReadonlyMap<string, string>

/** Every file in the encoding that is detected. */
export const NONE_CHOSEN: ChosenEncodings = new Map()

/** The encodings that hold; a later choice for the same bytes overrules an earlier one. */
export function chosenEncodings(active: readonly ActiveDecision[]): ChosenEncodings {
  const chosen = new Map<string, string>()
  for (const { content } of active) {
    if (content.kind !== 'encoding') continue
    const { article, encoding } = content
    if (encoding === null) chosen.delete(article.articleId)
    else chosen.set(article.articleId, encoding)
  }
  return chosen
}

/** Articles whose text was ever read in another encoding: an anchor on them does not hold by the bytes alone. */
export function rereadArticles(log: readonly Decision[]): ReadonlySet<string> {
  return new Set(log.flatMap(({ content }) => (content.kind === 'encoding' ? [content.article.articleId] : [])))
}
