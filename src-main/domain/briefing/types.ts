import type { GradeInForce } from '../casebook/grading'
import type { Conflict } from '../compare/conflicts/conflict'
import type { Anchor } from '../evidence/anchor'
import type { AnchorState } from '../evidence/resolve-anchor'

/** ICD 203 asks to keep what is known apart from what is thought of it: each sentence is of one of these types. */
export const SENTENCE_TYPES = ['fact', 'quote', 'figure', 'judgement', 'assumption', 'gap'] as const
export type SentenceType = (typeof SENTENCE_TYPES)[number]

/** A grade as it is printed: the scheme's id and the values of its steps. */
export type SourceGrade = Pick<GradeInForce, 'scheme' | 'reliability' | 'credibility'>

/** The article a passage stands in, as it is at the time of export. */
export interface CitedArticle {
  /** sha256 of the file's bytes. */
  sha256: string
  /** Relative to the folder, with "/" on every system. */
  path: string
  title: string | null
  /** ISO date of publication. */
  date: string | null
  agency: string | null
  place: string | null
  /** ISO 639-1, for the `lang` of what is quoted from it. */
  language: string | null
  /** The encoding the analyst chose for its bytes: who checks the citation has to read them in it. Not there where they are read as detected. */
  encoding?: string
  /** The wire family it belongs to: articles of one origin are one voice. Where it is not known, each article is its own. */
  origin?: string
  /** How the analyst grades it; without one it is not graded. */
  grade?: SourceGrade
  /** Names the whole article knows (names and aliases of its entities); without them names are not checked. */
  names?: readonly string[]
}

/** A figure the extraction found inside a cited passage; see `Figure` of `domain/extract`. */
export interface CitedFigure {
  text: string
  value: number | null
  unit: string | null
}

/** The cited words where they stand now. */
export interface CitedPassage {
  start: number
  end: number
  text: string
  /** What stands before and after it now; without them those of the anchor are taken. */
  prefix?: string
  suffix?: string
}

/** A citation with what is known of its passage now. */
export interface BriefingCitation {
  id: string
  /** What the analyst cited. */
  anchor: Anchor
  state: AnchorState
  /** Whether the words found differ from the anchor's. */
  changed: boolean
  /** Null when the passage is lost and no file stands at its path. */
  article: CitedArticle | null
  /** Where the passage is now, UTF-16 offsets into the article's text; null when ambiguous or lost. */
  passage: CitedPassage | null
  /** Figures inside the passage. */
  figures: readonly CitedFigure[]
}

export interface BriefingSentence {
  id: string
  type: SentenceType
  text: string
  /** One of the likelihood words of ICD 203, or null. */
  likelihood: string | null
  /** "low confidence", "moderate confidence" or "high confidence" (the word "confidence" may be left out), or null. */
  confidence: string | null
  citations: readonly BriefingCitation[]
}

export interface BriefingSection {
  id: string
  heading: string
  sentences: readonly BriefingSentence[]
}

/** A briefing with every citation placed: what gate, layout and source table are made from. */
export interface BriefingDocument {
  title: string
  /** Handling banner: '' for none. */
  marking: string
  author: string
  sections: readonly BriefingSection[]
  /** What the folder's articles say against each other about what is cited, but for what the analyst judged to be none or settled. */
  conflicts?: readonly Conflict[]
}

/** Why the analyst exports in spite of a rule; printed with the briefing. */
export interface Waiver {
  rule: string
  reason: string
}

export type FindingLevel = 'block' | 'warn' | 'waived'

/** What the gate found; the shape of `ExportReport.findings` of the machine interface. */
export interface Finding {
  rule: string
  level: FindingLevel
  sentenceId: string
  /** The sentence's text. */
  sentence: string
  /** UTF-16 offsets into the sentence's text. */
  start: number
  end: number
  message: string
}
