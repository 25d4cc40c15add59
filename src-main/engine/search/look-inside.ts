import type { FormsOf } from '../../domain/search/matches'
import { passesFigure } from '../../domain/search/figure-test'
import { LinearPattern } from '../../domain/search/pattern/linear-pattern'
import type { InsideNode, SearchNode } from '../../domain/search/query'
import { forEachWord, searchWords } from '../../domain/search/words'
import type { Attribution, Extraction } from '../../domain/extract/types'
import type { Range } from '../../domain/text/span'
import type { IndexReader } from '../../sql/handle'
import { candidates } from '../../sql/index/search'
import { storedClaims } from '../analysis/stored-extraction'

/** Looking into an article takes about a tenth of a millisecond, most of it unpacking; the newest so many are looked into. */
export const MOST_LOOKED_INTO = 10_000

export interface Inside {
  /** Articles that have it, with where it stands in each (UTF-16 offsets). */
  spans: Map<string, Range[]>
  /** Articles that might have it, and those of them that were not looked into. */
  total: number
  left: number
}

/** Looks into each article that the rest of the search (`among`, null for all) leaves. */
export function lookInside(
  index: IndexReader,
  node: InsideNode,
  { among, formsOf }: { among: SearchNode | null; formsOf: FormsOf },
): Inside {
  const tree = narrowed(node, among)
  const { total, found } = candidates(index, tree, { formsOf, limit: MOST_LOOKED_INTO })
  const look = lookerFor(node)
  const spans = new Map<string, Range[]>()
  for (const { hash, text } of found) {
    const ranges = look(text, () => storedClaims(index, hash, text()))
    if (ranges.length > 0) spans.set(hash, ranges)
  }
  return { spans, total, left: total - found.length }
}

type Claims = Omit<Extraction, 'sentences'>
type Look = (text: () => string, claims: () => Claims | null) => Range[]

/** The words of a quote or a speaker stand in the article itself, so the full-text index leaves few to look into. */
function narrowed(node: InsideNode, among: SearchNode | null): SearchNode | null {
  if (node.kind !== 'quote' && node.kind !== 'says') return among
  const phrases: SearchNode[] =
    node.kind === 'quote'
      ? [{ kind: 'phrase', terms: node.terms, prefix: node.prefix, exact: true, title: false, edits: 0 }]
      : node.terms.map((term) => ({
          kind: 'phrase',
          terms: [term],
          prefix: false,
          exact: true,
          title: false,
          edits: 0,
        }))
  return { kind: 'all', parts: among ? [...phrases, among] : phrases }
}

function lookerFor(node: InsideNode): Look {
  switch (node.kind) {
    case 'pattern': {
      const pattern = LinearPattern.from(node.source, node.caseSensitive)
      return (text) => (pattern?.test(text()) ? pattern.findAll(text()) : [])
    }
    case 'figure':
      return (_, claims) => (claims()?.figures ?? []).filter((figure) => passesFigure(figure, node))
    case 'quote':
      return (_, claims) =>
        (claims()?.attributions.filter(({ kind }) => kind !== 'indirect') ?? []).flatMap((attribution) =>
          attribution.content.flatMap((span) => phraseIn(span.text, node).map((range) => shifted(range, span.start))),
        )
    case 'says':
      return (_, claims) => {
        const found = claims()
        return found
          ? found.attributions.filter((one) => isSaidBy(one, found, node.terms)).flatMap((one) => one.content)
          : []
      }
  }
}

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })

function phraseIn(text: string, { terms, prefix }: { terms: readonly string[]; prefix: boolean }): Range[] {
  const words: { term: string; start: number; end: number }[] = []
  forEachWord(text, (term, start, end) => words.push({ term, start, end }))
  return words.flatMap((first, i) => {
    const last = words[i + terms.length - 1]
    const fits = terms.every((wanted, j) => {
      const term = words[i + j]?.term ?? ''
      return prefix && j === terms.length - 1 ? term.startsWith(wanted) : term === wanted
    })
    return last && fits ? [{ start: first.start, end: last.end }] : []
  })
}

/** Whether every word asked for is in one of the speaker's names, or in the speaker as printed. */
function isSaidBy({ source }: Attribution, claims: Claims, terms: readonly string[]): boolean {
  const entity = claims.entities.find((one) => one.id === source.entityId)
  const names = [source.text, ...(entity ? [entity.name, ...entity.aliases] : [])]
  return names.some((name) => {
    const words = new Set(searchWords(name ?? '').map((word) => word.term))
    return terms.every((term) => words.has(term))
  })
}
