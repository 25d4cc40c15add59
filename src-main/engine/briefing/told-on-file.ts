import type { Conflict } from '../../domain/compare/conflicts/conflict'
import { judgementOf, type Judgement } from '../../domain/compare/conflicts/judgement'
import type { IndexReader } from '../../sql/handle'
import { articleAtPath, pathsOf } from '../../sql/index/article'
import { relatedArticles } from '../../sql/index/entity-articles'
import { readComparedFolder } from '../compare/compared-folder'

/** What the folder has on file about cited articles: what contradicts them, and which are tellings of one dispatch. */
export interface ToldOnFile {
  conflicts: Conflict[]
  /** The origin of the article at a path: its wire family, or the path itself. */
  originOf: (path: string) => string
}

/** Looks up what is on file about articles, by their ids. */
export type OnFile = (articleIds: readonly string[]) => ToldOnFile

/** So many articles of the same people and places are held against the cited ones; what shares least with them is left out. */
const MOST_RELATED = 300

/** What the articles of an index say, less the conflicts that the analyst judged to be none or settled. Articles whose analysis is still coming say nothing. */
export function indexOnFile(index: () => IndexReader, judged: () => readonly Judgement[]): OnFile {
  return (articleIds) => {
    // Texts kept for what cites them, whose file changed or went, say nothing against the file as it is now.
    const related = relatedArticles(index(), articleIds, MOST_RELATED).filter((id) => pathsOf(index(), id).length > 0)
    const { stories, conflicts } = readComparedFolder(index(), related)
    const origins = new Map(stories.map(({ path, origin }) => [path, origin]))
    const log = judged()
    const idOf = (path: string) => articleAtPath(index(), path) ?? path
    const open = (conflict: Conflict) => {
      const sides = conflict.sides.map(({ evidence }) => ({
        evidence: evidence.map(({ path, text }) => ({ articleId: idOf(path), path, text })),
      }))
      const verdict = judgementOf({ kind: conflict.kind, sides }, log)?.verdict
      return verdict !== 'none' && verdict !== 'resolved'
    }
    return { conflicts: conflicts().filter(open), originOf: (path) => origins.get(path) ?? path }
  }
}
