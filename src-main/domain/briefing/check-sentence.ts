import { citationRules } from './rules/citation-rules'
import { quoteRules } from './rules/quote-rules'
import { scaleRules } from './rules/scale-rules'
import { tradecraftRules } from './rules/tradecraft-rules'
import type { Hit, SentenceRule } from './rules/rule'
import type { BriefingSentence } from './types'

const RULES: readonly SentenceRule[] = [citationRules, quoteRules, scaleRules, tradecraftRules]

/**
 * The rules that need nothing but the sentence and the words it cites, light enough to run at every keystroke. Figures and names
 * need the extraction and are left to `checkBriefing`. While writing, a citation's `article` may be null.
 */
export function checkSentence(sentence: BriefingSentence): Hit[] {
  if (sentence.text.trim() === '') return citationRules(sentence)
  return RULES.flatMap((rule) => rule(sentence))
}
