import { confidenceWords, likelihoodRange, likelihoodWords } from '../likelihood-scale'
import type { BriefingSentence } from '../types'
import { outsideQuotes } from './outside-quotes'
import type { Hit } from './rule'

const OWN = new Set<BriefingSentence['type']>(['judgement', 'assumption'])

/** Likelihood and confidence as ICD 203 asks: one of them, never both in one sentence. */
export function scaleRules({ type, text, likelihood, confidence }: BriefingSentence): Hit[] {
  const own = outsideQuotes(text)
  const likely = OWN.has(type) ? likelihoodWords(own) : []
  const confident = OWN.has(type) ? confidenceWords(own) : []
  const hits: Hit[] = []
  if ((likelihood || likely.length > 0) && (confidence || confident.length > 0)) {
    const place = confident[0] ?? likely[0]
    hits.push({
      rule: 'likelihood-with-confidence',
      message:
        'How likely it is and how sure we are stand in one sentence. Put the confidence in a sentence of its own.',
      ...(place ? { start: place.start, end: place.end } : {}),
    })
  }
  const chosen = likelihood?.trim().toLowerCase() ?? null
  const other = chosen && likelihoodRange(chosen) ? likely.find(({ step }) => step !== chosen) : undefined
  if (other && !likely.some(({ step }) => step === chosen)) {
    hits.push({
      rule: 'likelihood-differs',
      message: `The sentence says “${text.slice(other.start, other.end)}”, chosen is “${chosen}”.`,
      start: other.start,
      end: other.end,
    })
  }
  if (type === 'judgement' && !likelihood && !confidence && likely.length === 0 && confident.length === 0) {
    hits.push({ rule: 'judgement-unscaled', message: 'Say how likely it is, or how sure you are.' })
  }
  return hits
}
