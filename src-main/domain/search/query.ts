/** Fields that look at facts about an article instead of its words. */
export const FACT_FIELDS = ['place', 'agency', 'lang', 'path', 'format', 'person', 'org', 'name'] as const
export type FactField = (typeof FACT_FIELDS)[number]

/** Fields that look at what the analyst made of an article. */
export const CASEBOOK_FIELDS = ['has', 'note', 'code'] as const
export type CasebookField = (typeof CASEBOOK_FIELDS)[number]

/** What `has:` knows. */
export const HAS_VALUES = ['note', 'highlight', 'star'] as const

/** Every field of the search language, for messages and the help beside the box. */
export const FIELDS = ['title', ...FACT_FIELDS, 'quote', 'says', 'figure', 'date', ...CASEBOOK_FIELDS, 'like'] as const

/** What a typed search means: a tree that every word of it went through, so that nothing typed reaches SQL as code. */
export type SearchNode =
  | PhraseNode
  | NearNode
  | InsideNode
  | { kind: 'all' | 'any'; parts: SearchNode[] }
  | { kind: 'not'; part: SearchNode }
  /** `whole`: the fact is the value, not only has it somewhere inside. */
  | { kind: 'fact'; field: FactField; value: string; whole: boolean }
  /** ISO dates or parts of them ("2017", "2017-11"), both ends inclusive; null leaves that end open. */
  | { kind: 'date'; from: string | null; to: string | null }
  /** So many days up to the newest article of the folder. */
  | { kind: 'recent'; days: number }
  | { kind: 'casebook'; field: CasebookField; value: string }
  /** Articles that share telling words with the one at this path. */
  | { kind: 'like'; path: string }
  /** Exactly these articles, by hash: what another part of a search came down to. */
  | { kind: 'articles'; hashes: readonly string[] }

/** Words that must stand beside each other. */
export interface PhraseNode {
  kind: 'phrase'
  /** Folded; each a non-empty run of letters and digits, so none can carry syntax. */
  terms: string[]
  /** The last term is only the beginning of a word. */
  prefix: boolean
  /** No other forms of the word count. Always so for phrases of several words. */
  exact: boolean
  /** Only the title is looked at. */
  title: boolean
  /** How many letters may be wrong, missing, too many or swapped (0 to 2). */
  edits: number
}

/** Words or phrases with at most `distance` words between them, in any order. */
export interface NearNode {
  kind: 'near'
  parts: PhraseNode[]
  distance: number
}

/** What can only be told by looking into each article: a pattern, a quote, a speaker, a figure. */
export type InsideNode =
  /** `source` is the pattern as typed, between the strokes. */
  | { kind: 'pattern'; source: string; caseSensitive: boolean }
  /** Words that must stand in one quote, in this order and beside each other. */
  | { kind: 'quote'; terms: string[]; prefix: boolean }
  /** Folded words of the speaker's name. */
  | { kind: 'says'; terms: string[] }
  | FigureNode

export interface FigureNode {
  kind: 'figure'
  /** Bounds of the value; null leaves that end open. */
  above: { value: number; inclusive: boolean } | null
  below: { value: number; inclusive: boolean } | null
  /** Folded, as typed: "percent", "usd", "km", "people", or what is counted ("jobs"); null takes any. */
  unit: string | null
}

export interface ReadQuery {
  /** Null where nothing can be searched for; `message` then says what to type. */
  tree: SearchNode | null
  /** What was left out or assumed, for a line under the box; null when the query was read as typed. */
  message: string | null
}

export const isInside = (node: SearchNode): node is InsideNode =>
  node.kind === 'pattern' || node.kind === 'quote' || node.kind === 'says' || node.kind === 'figure'

/** Every part of a tree that a hit has to show: those not under a NOT. */
export function wantedParts(tree: SearchNode): SearchNode[] {
  switch (tree.kind) {
    case 'all':
    case 'any':
      return tree.parts.flatMap(wantedParts)
    case 'not':
      return []
    default:
      return [tree]
  }
}
