import { DatelineError } from '../../contract/errors'
import { splitBlocks } from '../../domain/text/blocks'
import { markArticle, markedArticles } from '../../sql/casebook/article-marks'
import { readArticle } from '../../sql/index/article'
import { listEntities } from '../../sql/index/entity'
import { libraryFacets, listArticles } from '../../sql/index/library'
import { storedExtraction } from '../analysis/stored-extraction'
import type { Handlers } from '../handlers'
import { readAs } from '../read/read-as'
import type { Session } from '../session'
import { explainMention } from './explain-mention'
import { withCasebook } from './with-casebook'

type LibraryChannel =
  'library.list' | 'library.facets' | 'article.get' | 'article.readAs' | 'article.mark' | 'entity.list' | 'entity.why'

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
      const { facts, text, header, paths, encoding, encodingConfidence, encodingChosen, state, reason } = article
      if (!facts.analysed) pipeline.prefer(id)
      const [row] = withCasebook(session(), [facts])
      if (!row) throw new DatelineError('not_found', 'This article is not in the folder any more.')
      const extraction = storedExtraction(index, id, text)
      const read = { encoding, encodingConfidence, encodingChosen: encodingChosen !== null, state, reason }
      return { ...row, text, header, paths, ...read, blocks: splitBlocks(text), extraction }
    },
    'article.readAs': (asked) => readAs(session().index, session().place.folder, asked),
    'article.mark': ({ id, read, starred }) => {
      const marks = { ...(read === undefined ? {} : { read }), ...(starred === undefined ? {} : { starred }) }
      markArticle(session().store().casebook, id, marks)
      return null
    },
    'entity.list': (query) => listEntities(session().index, query),
    'entity.why': ({ articleId, start, end }) =>
      explainMention(session().index, articleId, { start, end }, session().learning.file),
  }
}

const bound = (session: Session) => ({ index: session.index, store: () => session.store() })
