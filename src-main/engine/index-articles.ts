import { splitSentences } from '../domain/text/sentences'
import type { IndexReader } from '../sql/handle'
import { articleAtPath, pathsOf, readArticle } from '../sql/index/article'
import type { ArticleSource } from './casebook/article-source'

/** The articles of the index, as notes and briefings look at them. */
export function indexArticles(index: () => IndexReader): ArticleSource {
  return {
    // The index also keeps cited texts whose file changed or went: those are in the folder no more.
    has: (id) => pathsOf(index(), id).length > 0,
    idAt: (path) => articleAtPath(index(), path),
    get(id) {
      const article = readArticle(index(), id)
      if (!article) return null
      const { facts, text, encodingChosen: encoding } = article
      const { path, title, dateOrigin, agency, place, language } = facts
      // The file's own time says when it was copied; in a source list it would pass for a day of publication.
      const date = dateOrigin === 'file-time' ? null : facts.date
      return { id, path, text, title, date, agency, place, language, encoding, sentences: splitSentences(text) }
    },
  }
}
