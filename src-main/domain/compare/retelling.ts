import { alignSentences } from './align'
import type { Comparable } from './comparable'
import { changesBetween } from './word-changes'

/** What one article made of another's text, in sentences; `facts` counts changed numbers, names and negations. */
export interface Retelling {
  added: number
  dropped: number
  changed: number
  moved: number
  facts: number
}

/** How an article differs from the one its dispatch was first told in. */
export function retellingOf(origin: Comparable, article: Comparable): Retelling {
  const counts: Retelling = { added: 0, dropped: 0, changed: 0, moved: 0, facts: 0 }
  for (const { a, b, relation } of alignSentences(origin, article)) {
    if (relation !== 'same') counts[relation] += 1
    const [left, right] = [a === null ? undefined : origin.sentences[a], b === null ? undefined : article.sentences[b]]
    if (!left || !right || relation === 'same') continue
    counts.facts += changesBetween(origin, article, left, right).filter(({ kind }) => kind !== 'text').length
  }
  return counts
}
