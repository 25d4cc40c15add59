import { databaseOf, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

/** What a casebook is known by and how much is in it, to be compared with what is remembered outside the file. */
export interface CasebookCensus {
  /** Null in a file that was just made. */
  casebookId: string | null
  /** Notes with those in the bin: this number never falls. */
  notes: number
  revisions: number
}

export function censusOf(casebook: CasebookReader): CasebookCensus {
  const count = (table: 'note' | 'note_revision'): number =>
    Number(statement(casebook, `SELECT count(*) FROM ${table}`).pluck().get())
  const id = statement(casebook, 'SELECT id FROM casebook').pluck().get() as string | undefined
  return { casebookId: id ?? null, notes: count('note'), revisions: count('note_revision') }
}

export function giveIdentity(casebook: CasebookWriter, id: string, madeAt: string): void {
  statement(casebook, 'INSERT INTO casebook (one, id, made_at) VALUES (1, ?, ?)').run(id, madeAt)
}

/** Every page, index and reference: null when sound, else the first complaint. Reads the whole file. */
export function complaintOf(casebook: CasebookReader): string | null {
  const database = databaseOf(casebook)
  const verdict = String(database.pragma('quick_check(1)', { simple: true }))
  if (verdict !== 'ok') return verdict
  const orphans = database.pragma('foreign_key_check')
  return Array.isArray(orphans) && orphans.length === 0 ? null : 'foreign keys without their row'
}

/** All revisions as lines `note revision sha256` in a fixed order: equal for equal content. */
export function contentLines(casebook: CasebookReader): string[] {
  return statement(
    casebook,
    `SELECT note_id || ' ' || revision || ' ' || sha256 FROM note_revision
     UNION ALL SELECT briefing_id || ' ' || revision || ' ' || sha256 FROM briefing_revision
     UNION ALL SELECT 'highlight ' || id || ' ' || coalesce(removed_at, '') FROM highlight
     UNION ALL SELECT 'decision ' || id || ' ' || kind FROM decision
     UNION ALL SELECT 'codebook ' || id FROM codebook_change
     UNION ALL SELECT 'grade ' || id FROM grade
     UNION ALL SELECT 'text ' || article_id FROM source_text
     ORDER BY 1`,
  )
    .pluck()
    .all() as string[]
}

/** Writes a compact copy into a new file. */
export function copyInto(casebook: CasebookReader, file: string): void {
  databaseOf(casebook).prepare('VACUUM INTO ?').run(file)
}

/** Moves everything from the write-ahead log into the file itself. */
export function checkpoint(casebook: CasebookWriter): void {
  databaseOf(casebook).pragma('wal_checkpoint(TRUNCATE)')
}
