import type { FormsOf } from '../../domain/search/matches'
import { isInside, type CasebookField, type InsideNode, type SearchNode } from '../../domain/search/query'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { lookInside } from './look-inside'
import { similarTo } from './similar'

/** Articles (hashes) by what the analyst made of them, or a sentence that says why that cannot be told. */
export type CasebookLookup = (field: CasebookField, value: string) => readonly string[] | { fault: string }

export interface Resolved {
  /** Only what the index answers itself. */
  tree: SearchNode
  /** Where parts that had to be looked for inside articles stand, by article. */
  spans: ReadonlyMap<string, readonly Range[]>
  notes: string[]
}

interface Context {
  index: IndexReader
  formsOf: FormsOf
  casebook: CasebookLookup | null
}

/**
 * Answers those parts of a search that the index's tables cannot: what stands in notes, what articles are like another, and what
 * can only be told by looking into articles. These last are looked for among what the other parts leave.
 */
export function resolveSearch(tree: SearchNode, context: Context): Resolved {
  const spans = new Map<string, Range[]>()
  const notes: string[] = []

  /** `among`: what is left by the parts beside this one. `shown`: not under a NOT. */
  const resolve = (node: SearchNode, among: SearchNode | null, shown: boolean): SearchNode => {
    switch (node.kind) {
      case 'all': {
        const quick = node.parts.filter((part) => !hasInside(part)).map((part) => resolve(part, null, shown))
        const left = [...(among ? [among] : []), ...quick]
        const rest = node.parts.filter(hasInside).map((part) => resolve(part, all(left), shown))
        return { kind: 'all', parts: [...quick, ...rest] }
      }
      case 'any':
        return { kind: 'any', parts: node.parts.map((part) => resolve(part, among, shown)) }
      case 'not':
        return { kind: 'not', part: resolve(node.part, among, false) }
      case 'casebook':
        return { kind: 'articles', hashes: asked(node.field, node.value) }
      case 'like': {
        const similar = similarTo(context.index, node.path)
        if ('fault' in similar) notes.push(similar.fault)
        return 'fault' in similar ? { kind: 'articles', hashes: [] } : similar.tree
      }
      default:
        return isInside(node) ? looked(node, among, shown) : node
    }
  }

  const asked = (field: CasebookField, value: string): readonly string[] => {
    const found = context.casebook?.(field, value) ?? { fault: `${field}: needs the casebook, which is not open here.` }
    if (!('fault' in found)) return found
    notes.push(found.fault)
    return []
  }

  const looked = (node: InsideNode, among: SearchNode | null, shown: boolean): SearchNode => {
    const inside = lookInside(context.index, node, { among, formsOf: context.formsOf })
    if (shown) for (const [hash, ranges] of inside.spans) spans.set(hash, [...(spans.get(hash) ?? []), ...ranges])
    if (inside.left > 0) {
      const [seen, total] = [inside.total - inside.left, inside.total].map((count) => count.toLocaleString('en'))
      notes.push(
        `Looked into the newest ${seen} of ${total} articles; add a word or a date to look into all that matter.`,
      )
    }
    return { kind: 'articles', hashes: [...inside.spans.keys()] }
  }

  return { tree: resolve(tree, null, true), spans, notes }
}

function hasInside(node: SearchNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.parts.some(hasInside)
  return node.kind === 'not' ? hasInside(node.part) : isInside(node)
}

function all(parts: SearchNode[]): SearchNode | null {
  return parts.length > 1 ? { kind: 'all', parts } : (parts[0] ?? null)
}
