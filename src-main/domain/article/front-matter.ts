/** What a text file says about itself between its opening `---` lines. */
export interface FrontMatter {
  /** Keys in lower case; only plain one-line values, without their quotation marks. */
  values: Map<string, string>
  /** Offset of the first character after the closing line. */
  bodyStart: number
}

/** More than any honest header needs; what is longer is text, not front matter. */
const MOST_LINES = 100
const MOST_CHARACTERS = 16_384

/**
 * Reads `---`-fenced `key: value` lines at the very start of a file, or null where there are none. Only plain scalars are
 * read: anchors, aliases, tags, nested maps and blocks are skipped, so a YAML bomb costs nothing and means nothing. The first
 * item of a list ("authors:\n  - Ann") stands for the list.
 */
export function readFrontMatter(raw: string): FrontMatter | null {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(raw)
  if (!open) return null
  const values = new Map<string, string>()
  let at = open[0].length
  let listKey: string | null = null
  for (let line = 0; line < MOST_LINES && at < Math.min(raw.length, MOST_CHARACTERS); line++) {
    const end = raw.indexOf('\n', at)
    const words = raw.slice(at, end < 0 ? raw.length : end).replace(/\r$/, '')
    const next = end < 0 ? raw.length : end + 1
    if (/^(?:---|\.\.\.)[ \t]*$/.test(words)) return { values, bodyStart: next }
    listKey = readLine(words, listKey, values)
    at = next
  }
  return null
}

/** Puts the line's value into `values`; returns the key a following "- item" line belongs to. */
function readLine(line: string, listKey: string | null, values: Map<string, string>): string | null {
  const item = /^\s*-\s+(.*)$/.exec(line)
  if (item) {
    const value = plainScalar(item[1] ?? '')
    if (listKey && value && !values.has(listKey)) values.set(listKey, value)
    return listKey
  }
  const pair = /^([A-Za-z][\w.:-]{0,40}?)\s*:(?:\s+(.*))?$/.exec(line)
  if (!pair?.[1]) return null
  const key = pair[1].toLowerCase()
  const value = plainScalar(pair[2] ?? '')
  if (value && !values.has(key)) values.set(key, value)
  return value ? null : key
}

/** A scalar without marks and comment; '' for anything that is not one (anchor, alias, tag, block, map). */
function plainScalar(raw: string): string {
  const value = raw.trim()
  const quoted = /^(["'])(.*)\1$/.exec(value)
  if (quoted) return (quoted[2] ?? '').trim()
  const list = /^\[\s*["']?([^"',\]]*)["']?.*\]$/.exec(value)
  if (list) return (list[1] ?? '').trim()
  if (/^[&*!|>{@`%]/.test(value)) return ''
  return value.replace(/\s+#.*$/, '')
}

/** The header fields a file can state about itself, under the names the different tools give them. */
export interface StatedHeader {
  title?: string
  date?: string
  author?: string
  agency?: string
  place?: string
}

const FIELD_KEYS: Record<keyof StatedHeader, readonly string[]> = {
  title: ['title', 'headline', 'og:title'],
  date: [
    'date',
    'published',
    'pubdate',
    'publishdate',
    'published_at',
    'date_published',
    'datepublished',
    'publication_date',
    'created',
    'issued',
  ],
  author: ['author', 'authors', 'byline', 'by', 'creator'],
  agency: ['agency', 'source', 'publisher', 'outlet', 'site', 'publication'],
  place: ['place', 'location', 'dateline', 'city'],
}

/** Which of the keys a header line or front matter key means, null for keys that are none of ours. */
export function fieldOf(key: string): keyof StatedHeader | null {
  const lower = key.toLowerCase()
  for (const field of ['title', 'date', 'author', 'agency', 'place'] as const) {
    if (FIELD_KEYS[field].includes(lower)) return field
  }
  return null
}

/** The known fields of front matter values; of two keys that mean one field, the one named first above counts ("agency" before "source"). */
export function statedHeader(values: Map<string, string>): StatedHeader {
  const stated: StatedHeader = {}
  const ranks: Partial<Record<keyof StatedHeader, number>> = {}
  for (const [key, value] of values) {
    const field = fieldOf(key)
    if (!field) continue
    const rank = FIELD_KEYS[field].indexOf(key.toLowerCase())
    if (rank < (ranks[field] ?? Infinity)) {
      stated[field] = value
      ranks[field] = rank
    }
  }
  return stated
}
