import type { Range, Span } from '../text/span'

/** The kinds of thing a name can stand for. Facilities and routes are places; peoples and movements are groups. */
export const ENTITY_TYPES = ['person', 'organization', 'place', 'event', 'group', 'work', 'other'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** "Nazarbayev" is a name, "the Kazakh leader" a role, "he" a pronoun (only kept where a speaker needs it). */
export type MentionForm = 'name' | 'role' | 'pronoun'

/** Why the program claims something: a rule's or feature's name a person can read, and how sure it is (0..1). */
export interface Reason {
  why: string
  confidence: number
}

export interface Mention extends Span, Partial<Reason> {
  form: MentionForm
}

/** One thing an article speaks of. `id` is unique within the article and stable for the same text and code ("e1", "e2" …). */
export interface Entity {
  id: string
  type: EntityType
  /** The canonical name: the fullest form the article uses. */
  name: string
  /** Other names the article uses for it, without the canonical one. */
  aliases: string[]
  /** Offices and descriptions as printed ("President", "the Kazakh leader"), first mention first. */
  roles: string[]
  /** In text order, never overlapping another mention of the same entity. */
  mentions: Mention[]
}

export interface AttributionSource {
  /** The speaker's entity, null for unnamed or joint speakers. */
  entityId: string | null
  /** The speaker as printed nearest the cue ("Nazarbayev", "he", "a senior official"); null where none is printed. */
  text: string | null
  start: number | null
  end: number | null
}

/** A quote: who said what, with which verb. */
export interface Attribution extends Partial<Reason> {
  /** One span per paragraph or quoted stretch, without the quotation marks, in text order. */
  content: Span[]
  source: AttributionSource
  cue: Span | null
  kind: 'direct' | 'indirect' | 'mixed'
}

/** A number with its unit, what is counted, its subject and its period. */
export interface Figure extends Span, Partial<Reason> {
  /** In full (4.2 million is 4200000); the lower bound of a range. */
  value: number | null
  /** Upper bound of a range, else absent. */
  valueTo?: number | null
  /** `percent`, an ISO 4217 code, `people`, else the unit in the singular; null for plain counts. */
  unit: string | null
  what: string | null
  subject: string | null
  period: string | null
  /** "about", "more than", "at least" … as printed. */
  approximator?: string | null
  direction?: 'up' | 'down' | null
  /** What the change is measured against ("a year earlier"). */
  base?: string | null
}

/** A date or period expression. */
export interface DateMention extends Span, Partial<Reason> {
  /** ISO 8601 date, month ("2017-11"), year, or interval ("2017-02-09/2017-11-09"), resolved against publication. */
  iso: string | null
}

/** Where an article's header fields came from. */
export type HeaderOrigin =
  'header' | 'front-matter' | 'meta' | 'json-ld' | 'file-name' | 'properties' | 'file-time' | 'none'

export interface Dateline {
  place: string | null
  agency: string | null
}

/** What `domain/article` reads from the head of a file before anything is extracted. */
export interface ArticleHeader {
  title: string | null
  /** ISO date of publication, with time where one is printed ("2019-03-12" or "2019-03-12T11:20"). */
  date: string | null
  dateOrigin: HeaderOrigin
  dateline: Dateline | null
  datelineOrigin: HeaderOrigin
  /** Where the place and agency stand in the text, if they stand there. */
  placeSpan: Range | null
  agencySpan: Range | null
  author: string | null
  /** Offset at which the story itself starts, after date, place and agency. */
  bodyStart: number
}

/** Everything found in one text; the same for the screen, the database and `dateline extract`. */
export interface Extraction {
  language: string | null
  sentences: Range[]
  entities: Entity[]
  attributions: Attribution[]
  figures: Figure[]
  dates: DateMention[]
}
