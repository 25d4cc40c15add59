import type { Comparable } from '../../domain/compare/comparable'
import type { ClaimArticle } from '../../domain/compare/conflicts/conflict'
import { FamilyIndex, type FamilyGroup, groupFamilies } from '../../domain/compare/family-index'
import type { IndexReader } from '../../sql/handle'
import { articlePaths } from '../../sql/index/article'
import { analysedArticles } from '../../sql/index/extraction'
import { claimArticle, type LoneArticle } from './claim-article'

/** What a folder's articles are held against each other with. */
export interface ComparedFolder {
  articles: ClaimArticle[]
  /** Wire families; members are paths. */
  families: FamilyGroup[]
}

/**
 * All analysed articles of a folder with their wire families, newest first. Files of the same bytes are one article. A date that is only
 * the file's own time says nothing about when a story was told and counts as none.
 */
export function readComparedFolder(index: IndexReader): ComparedFolder {
  const read = [...eachArticle(index)]
  const byPath = new Map<string, Comparable>(read.map(({ path, comparable }) => [path, comparable]))
  const known = (path: string): Comparable => {
    const comparable = byPath.get(path)
    if (!comparable) throw new Error(`No article was read from ${path}`)
    return comparable
  }
  const families = new FamilyIndex(known)
  const links = read.flatMap(({ comparable }) => families.add(comparable))
  const groups = groupFamilies(links)
  const origins = new Map(groups.flatMap(({ members }) => members.map((path) => [path, members[0] ?? path] as const)))
  return {
    articles: read.map((article) => ({ ...article, origin: origins.get(article.path) ?? article.path })),
    families: withTwins(groups, index),
  }
}

/** Families with the files that carry the same bytes as a member; files that only have each other are a family of copies. */
function withTwins(groups: readonly FamilyGroup[], index: IndexReader): FamilyGroup[] {
  const byHash = new Map<string, string[]>()
  for (const { path, hash } of articlePaths(index)) byHash.set(hash, [...(byHash.get(hash) ?? []), path])
  const twins = new Map([...byHash.values()].flatMap((paths) => paths.map((path) => [path, paths] as const)))
  const inFamily = new Set(groups.flatMap(({ members }) => members))
  const alone = [...byHash.values()].filter((paths) => paths.length > 1 && !paths.some((path) => inFamily.has(path)))
  return [
    ...groups.map(({ relation, members }) => ({
      relation,
      members: [...new Set(members.flatMap((path) => twins.get(path) ?? [path]))].sort(),
    })),
    ...alone.map((members) => ({ relation: 'copy' as const, members: members.sort() })),
  ]
}

function* eachArticle(index: IndexReader): Generator<LoneArticle> {
  for (const hash of analysedArticles(index)) {
    const article = claimArticle(index, hash)
    if (article) yield article
  }
}
