/** One step of a scale, with what it means in full. */
export interface GradeStep {
  value: string
  label: string
}

/** How sources are graded: who says it, and what is said. Schemes are data; another house's can be added beside this one. */
export interface GradingScheme {
  id: string
  name: string
  /** Of the source, best first. */
  reliability: readonly GradeStep[]
  /** Of the information, best first. */
  credibility: readonly GradeStep[]
}

/** The Admiralty code (NATO STANAG 2511, AJP-2.1): six grades of the source, six of the information, given independently. */
export const ADMIRALTY: GradingScheme = {
  id: 'admiralty',
  name: 'Admiralty 6×6',
  reliability: [
    { value: 'A', label: 'Completely reliable' },
    { value: 'B', label: 'Usually reliable' },
    { value: 'C', label: 'Fairly reliable' },
    { value: 'D', label: 'Not usually reliable' },
    { value: 'E', label: 'Unreliable' },
    { value: 'F', label: 'Reliability cannot be judged' },
  ],
  credibility: [
    { value: '1', label: 'Confirmed by other sources' },
    { value: '2', label: 'Probably true' },
    { value: '3', label: 'Possibly true' },
    { value: '4', label: 'Doubtful' },
    { value: '5', label: 'Improbable' },
    { value: '6', label: 'Truth cannot be judged' },
  ],
}

export const GRADING_SCHEMES: readonly GradingScheme[] = [ADMIRALTY]

export type GradeScope = 'outlet' | 'article'

/** A grade as it was given; `reliability` and `credibility` null take an earlier one back. */
export interface Grade {
  /** Of an outlet, by its name as articles print it, or of one article, by its hash. */
  scope: GradeScope
  target: string
  scheme: string
  reliability: string | null
  credibility: string | null
  reason: string
}

/** What holds for an article, and where it comes from. */
export interface GradeInForce {
  scheme: string
  reliability: string | null
  credibility: string | null
  /** Which of the two the reliability and the credibility come from; an article's own goes before its outlet's, each for itself. */
  reliabilityFrom: GradeScope | null
  credibilityFrom: GradeScope | null
}

/** An outlet's name as grades know it: "The Courier" and "the  courier" are one. */
export const outletKey = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()

/** Whether a grade uses a known scheme's steps; null is none of them and always allowed. */
export function isGrade({
  scheme,
  reliability,
  credibility,
}: Pick<Grade, 'scheme' | 'reliability' | 'credibility'>): boolean {
  const known = GRADING_SCHEMES.find(({ id }) => id === scheme)
  const among = (steps: readonly GradeStep[], value: string | null) =>
    value === null || steps.some((step) => step.value === value)
  return known !== undefined && among(known.reliability, reliability) && among(known.credibility, credibility)
}

/**
 * The grade of an article: its own where it has one, else its outlet's, for reliability and credibility each. Null when neither says
 * anything.
 */
export function gradeInForce(article: Grade | null, outlet: Grade | null): GradeInForce | null {
  const from = (part: 'reliability' | 'credibility'): GradeScope | null =>
    (article?.[part] ?? null) !== null ? 'article' : (outlet?.[part] ?? null) !== null ? 'outlet' : null
  const reliabilityFrom = from('reliability')
  const credibilityFrom = from('credibility')
  if (reliabilityFrom === null && credibilityFrom === null) return null
  return {
    scheme: article?.scheme ?? outlet?.scheme ?? ADMIRALTY.id,
    reliability: article?.reliability ?? outlet?.reliability ?? null,
    credibility: article?.credibility ?? outlet?.credibility ?? null,
    reliabilityFrom,
    credibilityFrom,
  }
}

/** "B2", "B–" or "–2": a grade as it is printed behind a source. */
export function gradeLabel({ reliability, credibility }: Pick<GradeInForce, 'reliability' | 'credibility'>): string {
  return `${reliability ?? '–'}${credibility ?? '–'}`
}
