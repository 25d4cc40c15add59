import { statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

export const SAVED_SEARCH_SCHEMA = `
-- Searches the analyst keeps; a removed one can be taken back.
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- as typed, in the search language
  query TEXT NOT NULL,
  -- names are found in other spellings and scripts
  spellings INTEGER NOT NULL CHECK (spellings IN (0, 1)),
  made_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

-- What a search found when the analyst looked last.
CREATE TABLE saved_search_look (
  search_id TEXT PRIMARY KEY REFERENCES saved_search (id),
  looked_at TEXT NOT NULL,
  -- the first 8 bytes of each article's sha256, one after the other
  seen BLOB NOT NULL CHECK (length(seen) % 8 = 0)
) STRICT, WITHOUT ROWID;

-- What was searched for, each once, with the last time.
CREATE TABLE search_history (
  query TEXT PRIMARY KEY,
  searched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_history_newest ON search_history (searched_at DESC);
`

export interface SavedSearch {
  id: string
  name: string
  query: string
  spellings: boolean
  /** ISO 8601. */
  madeAt: string
  /** When the analyst last looked at what it finds; null for never. */
  lookedAt: string | null
}

type Row = Omit<SavedSearch, 'spellings'> & { spellings: number }

const SELECT = `SELECT id, name, query, spellings, made_at AS madeAt, looked_at AS lookedAt
  FROM saved_search LEFT JOIN saved_search_look ON search_id = id`

const searchOf = (row: Row): SavedSearch => ({ ...row, spellings: row.spellings === 1 })

/** The kept searches, by name. */
export function savedSearches(casebook: CasebookReader): SavedSearch[] {
  const sql = `${SELECT} WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, made_at`
  return (statement(casebook, sql).all() as Row[]).map(searchOf)
}

/** One kept search; null when there is none, or it was removed. */
export function savedSearch(casebook: CasebookReader, id: string): SavedSearch | null {
  const row = statement(casebook, `${SELECT} WHERE id = ? AND removed_at IS NULL`).get(id) as Row | undefined
  return row ? searchOf(row) : null
}

/** Keeps a search, or changes the one of this id. */
export function writeSavedSearch(
  casebook: CasebookWriter,
  search: Pick<SavedSearch, 'id' | 'name' | 'query' | 'spellings'>,
  now: string,
): void {
  statement(
    casebook,
    `INSERT INTO saved_search (id, name, query, spellings, made_at, saved_at) VALUES (@id, @name, @query, @spellings, @now, @now)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, spellings = excluded.spellings,
       saved_at = excluded.saved_at, removed_at = NULL`,
  ).run({ ...search, spellings: search.spellings ? 1 : 0, now })
}

/** Puts a search into the bin, or (null) takes it out again; false when there is none. */
export function setSearchRemoved(casebook: CasebookWriter, id: string, removedAt: string | null): boolean {
  return statement(casebook, 'UPDATE saved_search SET removed_at = ? WHERE id = ?').run(removedAt, id).changes > 0
}

/** What was found at the last look, as the first 16 hex digits of each hash; null before the first look. */
export function seenArticles(casebook: CasebookReader, id: string): Set<string> | null {
  const seen = statement(casebook, 'SELECT seen FROM saved_search_look WHERE search_id = ?').pluck().get(id)
  if (!(seen instanceof Uint8Array)) return null
  const hex = Buffer.from(seen).toString('hex')
  return new Set(Array.from({ length: hex.length / 16 }, (_, i) => hex.slice(i * 16, i * 16 + 16)))
}

/** Remembers what a search finds now as looked at. */
export function writeLook(casebook: CasebookWriter, id: string, hashes: readonly string[], now: string): void {
  const seen = Buffer.from(hashes.map((hash) => hash.slice(0, 16)).join(''), 'hex')
  statement(
    casebook,
    `INSERT INTO saved_search_look (search_id, looked_at, seen) VALUES (?, ?, ?)
     ON CONFLICT (search_id) DO UPDATE SET looked_at = excluded.looked_at, seen = excluded.seen`,
  ).run(id, now, seen)
}

const MOST_HISTORY = 200

export interface PastSearch {
  query: string
  searchedAt: string
}

/** What was searched for, newest first. */
export function searchHistory(casebook: CasebookReader): PastSearch[] {
  const sql = 'SELECT query, searched_at AS searchedAt FROM search_history ORDER BY searched_at DESC LIMIT ?'
  return statement(casebook, sql).all(MOST_HISTORY) as PastSearch[]
}

/** Adds a search to the history, whose oldest entries go when it is long. */
export function rememberSearch(casebook: CasebookWriter, query: string, now: string): void {
  statement(
    casebook,
    'INSERT INTO search_history (query, searched_at) VALUES (?, ?) ON CONFLICT (query) DO UPDATE SET searched_at = excluded.searched_at',
  ).run(query, now)
  statement(
    casebook,
    `DELETE FROM search_history WHERE searched_at <
     (SELECT searched_at FROM search_history ORDER BY searched_at DESC LIMIT 1 OFFSET ?)`,
  ).run(MOST_HISTORY - 1)
}

export function forgetHistory(casebook: CasebookWriter): void {
  statement(casebook, 'DELETE FROM search_history').run()
}
