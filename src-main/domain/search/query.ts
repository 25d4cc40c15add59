/** Fields that look at facts about an article instead of its words. */
export const FACT_FIELDS = ['place', 'agency', 'lang', 'path', 'person', 'org'] as const
export type FactField = (typeof FACT_FIELDS)[number]

/** What a typed search means: a tree that every word of it went through, so that nothing typed reaches SQL as code. */
export type SearchNode =
  | PhraseNode
  | { kind: 'all' | 'any'; parts: SearchNode[] }
  | { kind: 'not'; part: SearchNode }
  | { kind: 'fact'; field: FactField; value: string }
  /** ISO dates or parts of them ("2017", "2017-11"), both ends inclusive; null leaves that end open. */
  | { kind: 'date'; from: string | null; to: string | null }

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
}

export interface ReadQuery {
  /** Null where nothing can be searched for; `message` then says what to type. */
  tree: SearchNode | null
  /** What was left out or assumed, for a line under the box; null when the query was read as typed. */
  message: string | null
}

/** The phrases that a hit has to show: those not under a NOT. */
export function wantedPhrases(tree: SearchNode): PhraseNode[] {
  switch (tree.kind) {
    case 'phrase':
      return [tree]
    case 'all':
    case 'any':
      return tree.parts.flatMap(wantedPhrases)
    default:
      return []
  }
}
