import type { ArticleEvidence } from './article-evidence'
import { AFFIXES, type ArticleWords } from './article-words'
import type { TagHistory } from './tag-history'
import { K } from './token-feature-kinds'
import { mix } from './word-hash'

const NOTHING = 0x51ab3d07
const MOST_FEATURES = 256
const OCCURRENCES = 4

function coarse(classes: number): number {
  return (classes >>> 10) & 0x7f
}

function fine(classes: number): number {
  return classes & 0x3ff
}
