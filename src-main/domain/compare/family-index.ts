import type { Comparable } from './comparable'
import { familyLink, type FamilyLink } from './family-link'
import { sentenceKeys } from './sentence-keys'

export interface Link extends FamilyLink {
  a: string
  b: string
}

/** A key that more articles than this share is boilerplate ("Editing by …") and finds nothing. */
const BOILERPLATE = 40

/**
 * Finds, article by article, which known ones tell the same dispatch. Grows with every `add`; the cost of one article depends on
 * its sentences and its candidates, not on the corpus.
 */
export class FamilyIndex {
  readonly #articles = new Map<string, string[]>()
  readonly #load: (id: string) => Comparable
  readonly #byKey = new Map<number, string[]>()

  /** `load` gives an article added before, so that the index need not hold every text. */
  constructor(load: (id: string) => Comparable) {
    this.#load = load
  }

  /** Adds an article and returns its links to those added before; adding one twice returns nothing. */
  add(article: Comparable): Link[] {
    if (this.#articles.has(article.id)) return []
    this.#articles.set(article.id, [])
    const votes = new Map<string, number>()
    const keys = sentenceKeys(article)
    for (const key of keys) {
      const holders = this.#byKey.get(key)
      if (!holders) this.#byKey.set(key, [article.id])
      else {
        if (holders.length <= BOILERPLATE) for (const other of holders) votes.set(other, (votes.get(other) ?? 0) + 1)
        if (holders.length <= BOILERPLATE) holders.push(article.id)
      }
    }
    const needed = keys.size <= 12 ? 1 : 2
    return [...votes].flatMap(([other, count]) => {
      if (count < needed) return []
      const link = familyLink(this.#load(other), article)
      return link ? [{ a: other, b: article.id, ...link }] : []
    })
  }
}

export interface FamilyGroup {
  relation: FamilyLink['relation']
  members: string[]
}

/**
 * Groups linked articles: those joined by copies and rewrites are one origin. A partial link joins only an article that is in no
 * family yet, so that a round-up quoting two dispatches does not weld them together. Members and groups are sorted by id.
 */
export function groupFamilies(links: readonly Link[]): FamilyGroup[] {
  const parent = new Map<string, string>()
  const find = (id: string): string => {
    const up = parent.get(id) ?? id
    return up === id ? id : find(up)
  }
  const relationOf = new Map<string, FamilyLink['relation']>()
  const rank = { copy: 0, rewrite: 1, partial: 2 } as const
  const join = (link: Link) => {
    const [a, b] = [find(link.a), find(link.b)]
    const weakest = [relationOf.get(a), relationOf.get(b), link.relation]
      .filter((relation) => relation !== undefined)
      .reduce((x, y) => (rank[y] > rank[x] ? y : x))
    if (a !== b) parent.set(b, a)
    relationOf.set(a, weakest)
    for (const id of [link.a, link.b]) if (!parent.has(id)) parent.set(id, a)
  }
  links.filter((link) => link.relation !== 'partial').forEach(join)
  const linked = new Set(parent.keys())
  for (const link of links) {
    if (link.relation === 'partial' && !(linked.has(link.a) && linked.has(link.b))) join(link)
  }
  const groups = new Map<string, string[]>()
  for (const id of [...parent.keys()].sort()) {
    const root = find(id)
    const members = groups.get(root)
    if (members) members.push(id)
    else groups.set(root, [id])
  }
  return [...groups].map(([root, members]) => ({ relation: relationOf.get(root) ?? 'rewrite', members }))
}
