/** What a search is narrowed by beside its words. Values as the facets give them; empty lists and nulls narrow nothing. */
export interface SearchFilters {
  /** ISO dates, both inclusive. */
  from: string | null
  to: string | null
  place: readonly string[]
  agency: readonly string[]
  language: readonly string[]
  format: readonly string[]
  /** Entities by name: each must be named. */
  names: readonly string[]
}

export const NO_FILTERS: SearchFilters = {
  from: null,
  to: null,
  place: [],
  agency: [],
  language: [],
  format: [],
  names: [],
}

/** The typed query with its filters as part of it, in the search language: what is searched, saved and exported. */
export function narrowQuery(typed: string, filters: SearchFilters): string {
  const { from, to, place, agency, language, format, names } = filters
  const parts = [
    (from ?? to) ? `${from ?? ''}..${to ?? ''}` : '',
    anyOf('place', place),
    anyOf('agency', agency),
    anyOf('lang', language),
    anyOf('format', format),
    ...names.map((name) => anyOf('name', [name])),
  ].filter((part) => part !== '')
  const words = typed.trim()
  if (parts.length === 0) return words
  // Filters stand first: a bracket or quote that was never closed ends with the query and takes none of them with it.
  return words === '' ? parts.join(' ') : `${parts.join(' ')} (${words})`
}

function anyOf(field: string, values: readonly string[]): string {
  const quoted = values.map((value) => (value.includes('"') ? `=«${value.replaceAll('»', '')}»` : `="${value}"`))
  const [only = ''] = quoted
  if (quoted.length < 2) return only && `${field}:${only}`
  return `${field}:(${quoted.join(' OR ')})`
}

export const isNarrowed = (filters: SearchFilters): boolean => narrowQuery('', filters) !== ''
