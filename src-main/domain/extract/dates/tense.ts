import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'

const AHEAD = new Set(
  'will shall would plans plan planned planning expected scheduled set due upcoming coming until till by hopes aims intends begins opens starts deadline ahead going'.split(
    ' ',
  ),
)

/**
 * Whether the words around token `at` speak of what is still to come: "will meet on Monday", "is scheduled for July", "by March".
 * Looks at the nearest verbs of the sentence, the nearest first.
 */
export function looksAhead(grammar: Grammar, at: number): boolean {
  const { words, classes } = grammar
  const s = grammar.sentenceOf[at]
  const before = words[at - 1] ?? ''
  if (/^(?:by|until|till|upcoming|coming|next|through)$/.test(before)) return !pastNear(grammar, at)
  for (let k = 1; k < 16; k++) {
    for (const t of [at - k, at + k]) {
      if (t < 0 || grammar.sentenceOf[t] !== s) continue
      const word = words[t] ?? ''
      if (word === 'will' || word === 'shall' || /['’]ll$/.test(word)) return true
      if (
        k < 9 &&
        AHEAD.has(word) &&
        (classes[t] === WordClass.verb || word === 'due' || word === 'set' || word === 'upcoming')
      ) {
        if (word === 'set' && words[t + 1] !== 'to' && words[t + 1] !== 'for') continue
        if (/^(?:planned|expected|scheduled)$/.test(word) && /^(?:was|were|had)$/.test(words[t - 1] ?? '')) continue
        return true
      }
      if (
        k < 12 &&
        t < at &&
        classes[t] === WordClass.verb &&
        /(?:ed|said|told|met|held|took|went|came|won|lost|began|made|gave)$/.test(word) &&
        !/^(?:be|to|is|are)$/.test(words[t - 1] ?? '')
      )
        return false
      if (k < 12 && t < at && (word === 'was' || word === 'were' || word === 'had')) return false
      if (k < 8 && word === 'to' && classes[t + 1] === WordClass.verb && /^(?:is|are)$/.test(words[t - 1] ?? ''))
        return true
    }
  }
  return false
}

function pastNear(grammar: Grammar, at: number): boolean {
  for (let t = at - 1; t > at - 6 && t >= 0; t--) if (/^(?:was|were|had|did)$/.test(grammar.words[t] ?? '')) return true
  return false
}
