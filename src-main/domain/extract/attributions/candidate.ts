import type { CueForm } from './cue-verbs'
import type { Phrase } from './noun-phrases'
import type { View } from './view'

/** Where the words said stand to the cue. */
export type Pattern = 'after' | 'before' | 'around' | 'participle'

/** A cue with its speaker and the steps of what is said. */
export interface Candidate {
  view: View
  /** Steps of the cue, `[from, to)`. */
  from: number
  to: number
  lemma: string
  form: CueForm | null
  pattern: Pattern
  source: Phrase | null
  /** The cue has no subject of its own: the speaker is that of the verb before ("…, adding that"). */
  shared: boolean
  /** Step ranges of what is said, `[from, to)` each. */
  content: [number, number][]
  that: boolean
  passive: boolean
  why: string
}

/** What is known of a cue before its speaker and content are. */
export type CandidateBase = Pick<Candidate, 'view' | 'from' | 'to' | 'lemma' | 'form' | 'passive'>

/** What a cutter is told of the cue whose words it cuts. */
export type CutContext = Pick<Candidate, 'lemma' | 'that'>

/** Decides where what is said ends: a step in `(from, limit]`. */
export type Cutter = (view: View, from: number, limit: number, context: CutContext) => number
