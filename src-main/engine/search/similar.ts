import { tellingWords } from '../../domain/search/telling-words'
import type { SearchNode } from '../../domain/search/query'
import type { IndexReader } from '../../sql/handle'
import { articleAtPath, articleText, countArticles } from '../../sql/index/article'
import { countWithTerm, pathsEnding } from '../../sql/index/search-terms'

/** Words the likeness is measured by: more bring in what every article of the field shares. */
const MOST_WORDS = 14

/** A search for articles that share telling words with the one at `path` (or the only one whose path ends so), best first. */
export function similarTo(index: IndexReader, path: string): { tree: SearchNode } | { fault: string } {
  const hash = articleAtPath(index, path) ?? onlyEnding(index, path)
  const text = hash === null ? null : articleText(index, hash)
  if (hash === null || text === null)
    return { fault: `like: found no article at “${path}”; give its path as it stands in the folder.` }
  const words = tellingWords(text, countArticles(index), (term) => countWithTerm(index, term)).slice(0, MOST_WORDS)
  if (words.length === 0) return { fault: `like: the article at “${path}” has no words that tell it apart.` }
  const parts = words.map((term): SearchNode => ({
    kind: 'phrase',
    terms: [term],
    prefix: false,
    exact: true,
    title: false,
    edits: 0,
  }))
  return {
    tree: {
      kind: 'all',
      parts: [
        { kind: 'any', parts },
        { kind: 'not', part: { kind: 'articles', hashes: [hash] } },
      ],
    },
  }
}

function onlyEnding(index: IndexReader, path: string): string | null {
  const [only, another] = pathsEnding(index, path)
  return only !== undefined && another === undefined ? articleAtPath(index, only) : null
}
