/** A step of the likelihood scale of ICD 203 (section D.6.e.2.a), with both columns of its words. */
interface Step {
  /** The word of the first column, by which the step is known. */
  name: string
  range: string
  /** Matches the step's words inside a text, folded to lower case. */
  words: RegExp
}

/** Longer words first: "very unlikely" is not "unlikely", "unlikely" is not "likely". */
const STEPS: readonly Step[] = [
  { name: 'almost no chance', range: '1–5 %', words: /\b(?:almost no chance|remote(?: chance)?)\b/g },
  { name: 'very unlikely', range: '5–20 %', words: /\b(?:very unlikely|highly improbable)\b/g },
  { name: 'unlikely', range: '20–45 %', words: /\b(?:unlikely|improbabl[ey])\b/g },
  {
    name: 'roughly even chance',
    range: '45–55 %',
    words: /\b(?:roughly even (?:chance|odds)|(?:an )?even chance|fifty[- ]fifty)\b/g,
  },
  { name: 'very likely', range: '80–95 %', words: /\b(?:very likely|highly (?:likely|probable))\b/g },
  {
    name: 'almost certain',
    range: '95–99 %',
    words: /\b(?:almost certain(?:ly)?|nearly certain(?:ly)?|almost surely)\b/g,
  },
  { name: 'likely', range: '55–80 %', words: /\b(?:likely|probabl[ey])\b/g },
]
const CONFIDENCE =
  /\b(low|moderate|medium|high)(?:[- ]to[- ](?:moderate|high))? confidence\b|\bconfidence is (low|moderate|high)\b/gi

/** A word of one of the two scales inside a text; UTF-16 offsets. */
export interface ScaleWord {
  start: number
  end: number
  /** Name of the step: "likely", "moderate". */
  step: string
}

/** The range of a step as it is printed, "55–80 %"; null for a word that is not of the scale. */
export function likelihoodRange(likelihood: string): string | null {
  return STEPS.find(({ name }) => name === likelihood.trim().toLowerCase())?.range ?? null
}

/** "moderate" of "moderate", "Moderate confidence"; other words stay as they are. */
export function confidenceLevel(confidence: string): string {
  return confidence
    .trim()
    .toLowerCase()
    .replace(/\s+confidence$/u, '')
}

/** The likelihood words a text uses, in text order. English only: the scale is defined in English. */
export function likelihoodWords(text: string): ScaleWord[] {
  // Only ASCII is lowered: lowering all of Unicode may change the length, and with it the offsets.
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const found: ScaleWord[] = []
  for (const { name, words } of STEPS) {
    for (const match of lower.matchAll(words)) {
      const word = { start: match.index, end: match.index + match[0].length, step: name }
      if (found.every(({ start, end }) => word.end <= start || word.start >= end)) found.push(word)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "moderate confidence" and its like in a text, in text order. */
export function confidenceWords(text: string): ScaleWord[] {
  return [...text.matchAll(CONFIDENCE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    step: (match[1] ?? match[2] ?? '').toLowerCase(),
  }))
}
