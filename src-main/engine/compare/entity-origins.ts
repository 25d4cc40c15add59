import type { IndexReader } from '../../sql/handle'
import { articlePaths } from '../../sql/index/article'
import { articlesOfEntity } from '../../sql/index/entity-articles'
import { readComparedFolder } from './compared-folder'

/** How many origins speak of an entity of the folder (`EntityRow.id`): the articles of one wire family count once. Reads the whole folder once. */
export function entityOrigins(index: IndexReader): (entityId: string) => number {
  const byPath = new Map(readComparedFolder(index).stories.map(({ path, origin }) => [path, origin]))
  const byHash = new Map(
    articlePaths(index).flatMap(({ path, hash }) =>
      byPath.has(path) ? [[hash, byPath.get(path) ?? path] as const] : [],
    ),
  )
  return (entityId) => new Set(articlesOfEntity(index, entityId).map((hash) => byHash.get(hash) ?? hash)).size
}
