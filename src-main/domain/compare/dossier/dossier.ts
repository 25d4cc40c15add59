import type { EntityType, MentionForm } from '../../extract/types'
import type { Span } from '../../text/span'

/** Which article a passage of a dossier stands in. */
export interface Place {
  path: string
  /** ISO date of publication, null where none is known. */
  date: string | null
}

/** A mention with the words around it, as they stand in the text. */
export interface Context extends Span, Place {
  form: MentionForm
  before: string
  after: string
}

export interface DossierQuote extends Place {
  content: Span[]
  kind: 'direct' | 'indirect' | 'mixed'
  /** Who says it, as named in the article; null where nobody is named. */
  speaker: string | null
  /** Further articles with the same words. */
  carriedBy: string[]
}

export interface DossierFigure extends Span, Place {
  value: number | null
  unit: string | null
  what: string | null
  subject: string | null
  period: string | null
  sentence: Span
  /** Further articles with the same figure in the same words. */
  carriedBy: string[]
}

/** Something named in the same sentences. */
export interface Companion {
  name: string
  type: EntityType
  sentences: number
  articles: number
  /** Wire families among those articles; null while families are not known. */
  origins: number | null
  /** The sentences that show it, newest article first. */
  evidence: (Span & Place)[]
}

export interface DossierRole {
  role: string
  articles: number
  first: string | null
  last: string | null
}

/** One entity over a folder (`Dossier` of the machine interface). Lists are newest article first. */
export interface Dossier {
  name: string
  type: EntityType
  aliases: string[]
  roles: DossierRole[]
  mentions: number
  articles: number
  /** Articles that copy one dispatch count once; null while families are not known. */
  origins: number | null
  first: string | null
  last: string | null
  contexts: Context[]
  quotesBy: DossierQuote[]
  quotesAbout: DossierQuote[]
  figures: DossierFigure[]
  together: Companion[]
}
