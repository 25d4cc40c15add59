/** One row: words (a regular expression without anchors, matched in any case as whole words) and what they mean. */
export type Meaning<T> = readonly [words: string, meaning: T]

/**
 * What the rules know of a language they read: its numbers, units, verbs of speaking and, where it writes names with capitals, what
 * tells the kinds of names apart. All word patterns are hand-written for news texts; they are sources of regular expressions.
 */
export interface LanguageLexicon {
  /** ISO 639-1. */
  language: string
  /** Whether words are parted by spaces; without them a unit follows its number directly. */
  spaced: boolean
  /** What parts whole from fraction; the other of "," and "." groups thousands. */
  decimal: ',' | '.'
  /** Numerals in words with their values; neighbours are added ("двадцать пять"). */
  numerals: readonly Meaning<number>[]
  /** Words that multiply the number before them. */
  scales: readonly Meaning<number>[]
  /** Units as claims name them: `percent`, ISO 4217, `people`, or the English unit in the singular; null for what only says what is counted. */
  units: readonly Meaning<string | null>[]
  /** Words after a number that make it no figure: months, "year", ordinal endings. */
  notCounted: string
  /** Words before a number that make it a label ("No.", "article"). */
  labels: string
  /** Words that may follow a number without being what it counts. */
  functionWords: string
  approximators: string
  rise: string
  fall: string
  /** Verbs and phrases that make somebody the source of the words beside them. */
  speech: string
  /** What leads in reported speech after the verb ("что", "que"); empty where the language has no such word. */
  that: string
  /** Where the speaker of reported speech stands: before or after the verb, or on either side. */
  speakerAt: 'before' | 'after' | 'either'
  pronouns: string
  /** Pronouns of a man or of a woman alone; empty where they are the same word. */
  he: string
  she: string
  /** Null where names are not written with capitals. */
  names: NameLexicon | null
}

export interface NameLexicon {
  /** Case endings of names, longest first; what is left is the stem that forms of one name share. Empty where names are not declined. */
  endings: string
  /** Words before a name that make it a person's; with what follows them they are the person's role. */
  titles: string
  /** First names of men and of women, in the nominative. */
  men: string
  women: string
  /** Endings of family names, of all cases. */
  surnames: string
  /** Nouns that make a name an organisation's. */
  organizations: string
  /** Prepositions that lead a place in. */
  placePrepositions: string
  /** Endings of names of towns and lands. */
  places: string
  /** Countries and capitals, as stems, with the name in English. */
  countries: readonly Meaning<string>[]
  /** Small words inside a name ("de", "бен"). */
  particles: string
  /** Words that begin sentences and are no names. */
  openers: string
}

/** A whole word in any script: no letter or digit on either side. */
export const wholeWord = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`
