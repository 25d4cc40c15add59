/** What Dateline finds in texts of a language. */
export interface Offered {
  /** `trained`: by a tagger learned from annotated news; `rules`: capitals, endings and word lists; `none`: not at all. */
  names: 'trained' | 'rules' | 'none'
  attributions: boolean
  figures: boolean
  dates: boolean
  /** One sentence for a person, shown where a reader might look for more than there is. */
  note: string
}

const ENGLISH: Offered = {
  names: 'trained',
  attributions: true,
  figures: true,
  dates: true,
  note: 'Names, roles, quotes, figures and dates are found.',
}

const BARE: Offered = {
  names: 'none',
  attributions: false,
  figures: false,
  dates: false,
  note: 'Text, sentences and search only: names, quotes and figures are not found in this language.',
}

/** Languages that write names with capitals, read by rules. */
const RULES: Offered = {
  names: 'rules',
  attributions: true,
  figures: true,
  dates: false,
  note: 'Names, quotes with their speakers and figures are found by rules and word lists: less surely than in English, and without roles, subjects and dates.',
}

/** Languages without capitals: who speaks is given by the words beside the verb. */
const NAMELESS: Offered = {
  ...RULES,
  names: 'none',
  note: 'Quotes with the words for their speakers, and figures, are found by rules. Names are not found in this language.',
}

const BY_LANGUAGE = new Map<string, Offered>([
  ['en', ENGLISH],
  ...['ru', 'kk', 'fr', 'es'].map((language): [string, Offered] => [language, RULES]),
  ...['ar', 'zh'].map((language): [string, Offered] => [language, NAMELESS]),
])

/** What is offered for a language (ISO 639-1); unknown languages are read as English. */
export function offeredFor(language: string | null): Offered {
  return language === null ? ENGLISH : (BY_LANGUAGE.get(language) ?? BARE)
}
