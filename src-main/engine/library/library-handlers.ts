import type { ArticleRow } from '../../contract/article'
import { DatelineError } from '../../contract/errors'
import { splitBlocks } from '../../domain/text/blocks'
import { articleMarks, markArticle, markedArticles } from '../../sql/casebook/article-marks'
import { citedPlaces } from '../../sql/casebook/notes'
import { readArticle } from '../../sql/index/article'
import { listEntities } from '../../sql/index/entity'
import { packedExtraction } from '../../sql/index/extraction'
import { libraryFacets, listArticles } from '../../sql/index/library'
import type { ArticleFacts } from '../../sql/index/records'
import { unpackExtraction } from '../analysis/extraction-codec'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { explainMention } from './explain-mention'
import { runSearch } from '../search/run-search'

type LibraryChannel =
  'library.list' | 'library.facets' | 'article.get' | 'article.mark' | 'search.run' | 'entity.list' | 'entity.why'

/** Answers for everything that is read from the index. */
export function libraryHandlers(session: () => Session): Pick<Handlers, LibraryChannel> {
  return {
    'library.list': ({ unreadOnly, starredOnly, ...filter }) => {
      const { index, store } = bound(session())
      const page = listArticles(index, {
        ...filter,
        among: starredOnly ? markedArticles(store().casebook, 'starred') : null,
        without: unreadOnly ? markedArticles(store().casebook, 'read') : [],
      })
      return { total: page.total, rows: withCasebook(session(), page.rows) }
    },
    'library.facets': () => libraryFacets(session().index),
    'article.get': ({ id }) => {
      const { index, pipeline } = session()
      const article = readArticle(index, id)
      if (!article) throw new DatelineError('not_found', 'This article is not in the folder any more.')
      const { facts, text, header, paths, encoding, state, reason } = article
      if (!facts.analysed) pipeline.prefer(id)
      const [row] = withCasebook(session(), [facts])
      if (!row) throw new DatelineError('not_found', 'This article is not in the folder any more.')
      const packed = packedExtraction(index, id)
      const extraction = packed ? unpackExtraction(packed, text) : null
      return { ...row, text, header, paths, encoding, state, reason, blocks: splitBlocks(text), extraction }
    },
    'article.mark': ({ id, read, starred }) => {
      const marks = { ...(read === undefined ? {} : { read }), ...(starred === undefined ? {} : { starred }) }
      markArticle(session().store().casebook, id, marks)
      return null
    },
    'search.run': ({ query, sort, limit, offset }) => {
      const started = performance.now()
      const { total, hits, message } = runSearch(session().index, query, { sort, limit, offset })
      const rows = withCasebook(
        session(),
        hits.map((hit) => hit.facts),
      )
      const found = hits.flatMap(({ score, snippet, marks, spans }, i) => {
        const row = rows[i]
        return row ? [{ ...row, score, snippet, marks, spans }] : []
      })
      return { total, milliseconds: performance.now() - started, hits: found, message }
    },
    'entity.list': (query) =>
      listEntities(session().index, query).map((entity) => ({ ...entity, origins: entity.articles })),
    'entity.why': ({ articleId, start, end }) => explainMention(session().index, articleId, { start, end }),
  }
}

const bound = (session: Session) => ({ index: session.index, store: () => session.store() })

/** Adds what the analyst did with the articles to what the index knows of them. */
function withCasebook(session: Session, rows: readonly ArticleFacts[]): ArticleRow[] {
  const { casebook } = session.store()
  const marks = articleMarks(
    casebook,
    rows.map((row) => row.id),
  )
  const notes = new Map<string, Set<string>>()
  for (const { articleId, noteId } of citedPlaces(casebook)) {
    const ids = notes.get(articleId)
    if (ids) ids.add(noteId)
    else notes.set(articleId, new Set([noteId]))
  }
  return rows.map((row) => ({
    ...row,
    read: marks.get(row.id)?.read ?? false,
    starred: marks.get(row.id)?.starred ?? false,
    notes: notes.get(row.id)?.size ?? 0,
  }))
}
