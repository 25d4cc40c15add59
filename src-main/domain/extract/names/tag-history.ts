import type { ArticleWords } from './article-words'
import { TAG_TYPES, typeOfLabel } from './tag-set'

const TYPES = TAG_TYPES.length

/** Which types the article's words were tagged with so far; kept while tagging, in training too. */
export class TagHistory {
  private readonly counts: Uint8Array

  constructor(private readonly words: ArticleWords) {
    this.counts = new Uint8Array(words.foldedCount * (TYPES + 1))
  }

  /** Records the labels of tokens `[from, from + labels.length)`. Capitalised words outside names count as such. */
  record(from: number, labels: ArrayLike<number>, count: number): void {
    for (let k = 0; k < count; k++) {
      const token = from + k
      if (!this.words.isCapital(token)) continue
      const type = typeOfLabel(labels[k] as number)
      const at = (this.words.foldedOfToken[token] as number) * (TYPES + 1) + (type < 0 ? TYPES : type)
      if ((this.counts[at] as number) < 250) this.counts[at] = (this.counts[at] as number) + 1
    }
  }

  /** 0 when the folded word was not seen; else the most frequent type with "once", "more often" and "always" told apart. */
  summary(folded: number): number {
    const at = folded * (TYPES + 1)
    let best = 0
    let total = 0
    for (let type = 0; type <= TYPES; type++) {
      const count = this.counts[at + type] as number
      total += count
      if (count > (this.counts[at + best] as number)) best = type
    }
    if (total === 0) return 0
    const most = this.counts[at + best] as number
    return 1 + best + 8 * (most > 2 ? 2 : most > 1 ? 1 : 0) + 32 * (most === total ? 1 : 0)
  }
}
