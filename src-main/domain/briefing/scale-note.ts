import { confidenceLevel, confidenceWords, likelihoodRange, likelihoodWords, type ScaleWord } from './likelihood-scale'
import type { TableSentence } from './source-table'

/** How likelihood and confidence are printed: their word in the sentence bold, what the sentence does not say after it. */
export interface ScaleNote {
  /** The word of the scale inside the text, to be set bold. */
  word: ScaleWord | null
  /** "(55–80 %)" right after the word, or null. */
  afterWord: string | null
  /** "likely, 55–80 %; moderate confidence" after the sentence, or ''. */
  afterText: string
}

/** What is printed of the likelihood and the confidence chosen for a sentence. */
export function scaleNote({ text, likelihood, confidence }: TableSentence): ScaleNote {
  const range = likelihood ? likelihoodRange(likelihood) : null
  const likely = likelihood ? likelihoodWords(text).find(({ step }) => step === likelihood.trim().toLowerCase()) : null
  const level = confidence ? confidenceLevel(confidence) : null
  const confident = level ? confidenceWords(text).find(({ step }) => step === level) : null
  const after: string[] = []
  if (likelihood && !likely) after.push(range ? `${likelihood}, ${range}` : likelihood)
  if (level && !confident) after.push(/^(?:low|moderate|high)$/u.test(level) ? `${level} confidence` : level)
  const alreadyRanged = likely ? /^\s*\(\s*\d/u.test(text.slice(likely.end)) : false
  return {
    word: likely ?? confident ?? null,
    afterWord: likely && range && !alreadyRanged ? `(${range})` : null,
    afterText: after.join('; '),
  }
}
