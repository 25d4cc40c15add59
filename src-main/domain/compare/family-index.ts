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
  /** Ids of the articles by their number, and the numbers. */
  readonly #ids: string[] = []
  readonly #known = new Set<string>()
  readonly #load: (id: string) => Comparable
  /**
   * Who has a key: the one article's number, or a list where there are more. Most keys have one, and a list for each would fill memory
   * long before the texts do. A map per permutation, since one map has room for 16 million keys only.
   */
  readonly #byKey = [0, 1, 2, 3].map(() => new Map<number, number | number[]>())

  /** `load` gives an article added before, so that the index need not hold every text. */
  constructor(load: (id: string) => Comparable) {
    this.#load = load
  }

  /** Adds an article and returns its links to those added before; adding one twice returns nothing. */
  add(article: Comparable): Link[] {
    if (this.#known.has(article.id)) return []
    this.#known.add(article.id)
    const own = this.#ids.push(article.id) - 1
    const votes = new Map<number, number>()
    const vote = (other: number) => votes.set(other, (votes.get(other) ?? 0) + 1)
    const keys = sentenceKeys(article)
    for (const key of keys) {
      const map = this.#byKey[key % 4]
      const holders = map?.get(key)
      if (holders === undefined) map?.set(key, own)
      else if (typeof holders === 'number') {
        vote(holders)
        map?.set(key, [holders, own])
      } else if (holders.length <= BOILERPLATE) {
        holders.forEach(vote)
        holders.push(own)
      }
    }
    const needed = keys.size <= 12 ? 1 : 2
    return [...votes].flatMap(([number, count]) => {
      const other = this.#ids[number]
      if (count < needed || other === undefined) return []
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
