import type { Comparable } from '../../domain/compare/comparable'
import type { Conflict } from '../../domain/compare/conflicts/conflict'
import { conflictsIn } from '../../domain/compare/conflicts/find-conflicts'
import { type Story, storyOf } from '../../domain/compare/conflicts/same-story'
import { StemCounter } from '../../domain/compare/conflicts/stem-rarity'
import { FamilyIndex, type FamilyGroup, groupFamilies, type Link } from '../../domain/compare/family-index'
import type { IndexReader } from '../../sql/handle'
import { articlePaths } from '../../sql/index/article'
import { analysedArticles } from '../../sql/index/extraction'
import { claimArticle, type LoneArticle } from './claim-article'

/** What a folder's articles are held against each other with. */
export interface ComparedFolder {
  /** One per analysed article, newest first. */
  stories: Story[]
  /** Wire families; members are paths. */
  families: FamilyGroup[]
  /** What the articles do not agree on, looked for when asked. */
  conflicts: () => Conflict[]
}

/** Articles of a dispatch come close to each other in time, so that few have to be read twice. */
const AT_HAND = 4000

/**
 * Reads analysed articles of a folder once, all of them newest first if not told which (by hash), and groups them to wire families; only what tells stories apart stays at
 * hand, so that a folder may be larger than memory. Files of the same bytes are one article.
 */
export function readComparedFolder(index: IndexReader, among = analysedArticles(index)): ComparedFolder {
  const hashes = new Map<string, string>()
  const read = (path: string): LoneArticle => {
    const article = claimArticle(index, hashes.get(path) ?? '')
    if (!article) throw new Error(`No article was read from ${path}`)
    return article
  }
  const recent = new Map<string, Comparable>()
  const families = new FamilyIndex((path) => recent.get(path) ?? read(path).comparable)
  const stems = new StemCounter()
  const lone: Omit<Story, 'origin'>[] = []
  const links: Link[] = []
  for (const hash of among) {
    const article = claimArticle(index, hash)
    if (!article) continue
    const { path, comparable } = article
    hashes.set(path, hash)
    recent.set(path, comparable)
    const [oldest] = recent.keys()
    if (recent.size > AT_HAND && oldest !== undefined) recent.delete(oldest)
    links.push(...families.add(comparable))
    stems.add(comparable)
    lone.push(storyOf(article))
  }
  const groups = groupFamilies(links)
  const origins = new Map(groups.flatMap(({ members }) => members.map((path) => [path, members[0] ?? path] as const)))
  const stories = lone.map((story) => ({ ...story, origin: origins.get(story.path) ?? story.path }))
  const load = ({ path, origin }: Story) => ({ ...read(path), origin })
  return {
    stories,
    families: withTwins(groups, index),
    conflicts: () => conflictsIn({ stories, load, rarity: stems.rarity }),
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
