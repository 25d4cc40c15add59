import type { Citation, CitationView } from '../../contract/casebook'
import type { Anchor } from '../../domain/evidence/anchor'
import { citationLabel } from '../../domain/evidence/citation-label'
import { pageOf } from '../../domain/text/page-of'
import { resolveAnchor, type Resolution } from '../../domain/evidence/resolve-anchor'
import type { ArticleSource, SourceArticle } from './article-source'

export interface Placed extends Resolution {
  /** The article it was looked for in; null when there is none any more. */
  articleId: string | null
}

export interface AnchorStates {
  /** Where the passage is now. */
  place(anchor: Anchor): Placed
  /** Whether its state is exact, told without reading the article where its bytes are unchanged. */
  isSettled(anchor: () => Anchor, articleId: string): boolean
  view(citation: Citation): CitationView
}

const MOST_REMEMBERED = 20_000
const GONE: Placed = { state: 'lost', start: null, end: null, changed: false, articleId: null }

/** Resolves anchors against the articles as they are now: by hash, else in the file that now stands at the path. Remembers answers,
 * but for articles that were `reread` in another encoding: their bytes do not say what their text is. */
export function createAnchorStates(
  articles: () => ArticleSource,
  reread: () => ReadonlySet<string> = () => new Set(),
): AnchorStates {
  const remembered = new Map<string, Placed>()

  const current = (anchor: Anchor): string | null =>
    articles().has(anchor.articleId) ? anchor.articleId : articles().idAt(anchor.path)

  const place = (anchor: Anchor): Placed => {
    const id = current(anchor)
    if (id === null) return GONE
    const key = [id, anchor.articleId, anchor.start, anchor.prefix, anchor.exact, anchor.suffix].join('\u0000')
    const known = reread().has(id) ? undefined : remembered.get(key)
    if (known) return known
    const article = articles().get(id)
    if (!article) return GONE
    const placed = { ...resolveAnchor(anchor, article.text, article.id), articleId: article.id }
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, placed)
    return placed
  }

  return {
    place,
    isSettled: (anchor, articleId) =>
      (articles().has(articleId) && !reread().has(articleId)) || place(anchor()).state === 'exact',
    view(citation) {
      const placed = place(citation.anchor)
      const article = placed.articleId === null ? null : articles().get(placed.articleId)
      const at = placed.start ?? citation.anchor.start
      const found = placed.state === 'lost' ? null : article
      const where = {
        sentence: found ? sentenceNumber(found, at) : null,
        page: found ? pageOf(found.text, at) : null,
      }
      const label = citationLabel(article?.agency ?? null, article?.path ?? citation.anchor.path, where)
      return { ...citation, state: placed.state, label, date: article?.date ?? null }
    },
  }
}

/** Counted from 1, as on screen; null when no sentence reaches the offset. */
function sentenceNumber(article: SourceArticle, offset: number): number | null {
  const index = article.sentences.findIndex(({ end }) => end > offset)
  return index < 0 ? null : index + 1
}
