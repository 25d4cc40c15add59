import { statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'
import { appendOnly } from './append-only'

/** The texts of cited articles as they were when they were cited: readable when the file and the index are gone. */
export const SOURCE_TEXT_SCHEMA = `
-- Texts of cited articles; only the index, which may be deleted, and the files have the others.
CREATE TABLE source_text (
  -- sha256 of the article's bytes, hex
  article_id TEXT PRIMARY KEY CHECK (length(article_id) = 64),
  path TEXT NOT NULL,
  title TEXT,
  date TEXT,
  agency TEXT,
  -- UTF-8, raw deflate
  text BLOB NOT NULL,
  -- of the UTF-8 before it was compressed
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  kept_at TEXT NOT NULL
) STRICT;
${appendOnly('source_text')}
`

/** The text of a cited article. Times are ISO 8601; `text` is compressed by the caller. */
export interface StoredSourceText {
  articleId: string
  path: string
  title: string | null
  date: string | null
  agency: string | null
  text: Uint8Array
  textSha256: string
  keptAt: string
}

/** Cited articles (hashes) whose text is not kept yet. */
export function articlesWithoutText(casebook: CasebookReader): string[] {
  return statement(
    casebook,
    `SELECT DISTINCT article_id FROM anchor
     WHERE NOT EXISTS (SELECT 1 FROM source_text WHERE source_text.article_id = anchor.article_id)`,
  )
    .pluck()
    .all() as string[]
}

export function writeSourceText(casebook: CasebookWriter, source: StoredSourceText): void {
  statement(
    casebook,
    `INSERT INTO source_text (article_id, path, title, date, agency, text, text_sha256, kept_at)
     VALUES (@articleId, @path, @title, @date, @agency, @text, @textSha256, @keptAt) ON CONFLICT (article_id) DO NOTHING`,
  ).run(source)
}

export function readSourceText(casebook: CasebookReader, articleId: string): StoredSourceText | null {
  const row = statement(
    casebook,
    `SELECT article_id AS articleId, path, title, date, agency, text, text_sha256 AS textSha256, kept_at AS keptAt
     FROM source_text WHERE article_id = ?`,
  ).get(articleId) as StoredSourceText | undefined
  return row ?? null
}
