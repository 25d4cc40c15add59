import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'

/** One revision of a briefing. `sections` is JSON as text, with whole anchors in it. */
export interface BriefingRevision {
  id: string
  revision: number
  title: string
  marking: string
  author: string
  sections: string
  sentences: number
  citations: number
  sha256: string
  savedAt: string
}

interface RevisionRow extends Omit<BriefingRevision, 'savedAt'> {
  saved_at: string
}

const HEAD = `SELECT briefing.id, briefing.revision, r.title, r.marking, r.author, r.sections, r.sentences, r.citations,
  r.sha256, r.saved_at FROM briefing
  JOIN briefing_revision AS r ON r.briefing_id = briefing.id AND r.revision = briefing.revision`

const revisionOf = ({ saved_at: savedAt, ...row }: RevisionRow): BriefingRevision => ({ ...row, savedAt })

/** The newest revision, also of a removed briefing; null when there never was one. */
export function briefingHead(casebook: CasebookReader, id: string): (BriefingRevision & { removed: boolean }) | null {
  const row = statement(casebook, `${HEAD} WHERE briefing.id = ?`).get(id) as RevisionRow | undefined
  if (!row) return null
  const removed = statement(casebook, 'SELECT removed_at IS NOT NULL FROM briefing WHERE id = ?').pluck().get(id) === 1
  return { ...revisionOf(row), removed }
}

/** The newest revision of every briefing that is not in the bin, the last saved first. */
export function briefingHeads(casebook: CasebookReader): BriefingRevision[] {
  const rows = statement(
    casebook,
    `${HEAD} WHERE briefing.removed_at IS NULL ORDER BY r.saved_at DESC, briefing.id`,
  ).all() as RevisionRow[]
  return rows.map(revisionOf)
}

/** Appends a revision and makes it the newest; see `writeRevision` of notes for `beforeCommit`. */
export function writeBriefing(
  casebook: CasebookWriter,
  briefing: BriefingRevision & { removedAt: string | null },
  beforeCommit: () => void,
): void {
  inTransaction(casebook, () => {
    statement(
      casebook,
      `INSERT INTO briefing (id, revision, made_at, saved_at, removed_at) VALUES (@id, @revision, @savedAt, @savedAt, @removedAt)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, saved_at = excluded.saved_at, removed_at = excluded.removed_at`,
    ).run(briefing)
    statement(
      casebook,
      `INSERT INTO briefing_revision (briefing_id, revision, title, marking, author, sections, sentences, citations, sha256, saved_at)
       VALUES (@id, @revision, @title, @marking, @author, @sections, @sentences, @citations, @sha256, @savedAt)`,
    ).run(briefing)
    beforeCommit()
  })
}

/** Puts a briefing into the bin; false when there is none. */
export function removeBriefing(
  casebook: CasebookWriter,
  id: string,
  removedAt: string,
  beforeCommit: () => void,
): boolean {
  return inTransaction(casebook, () => {
    const { changes } = statement(
      casebook,
      'UPDATE briefing SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
    ).run(removedAt, id)
    if (changes > 0) beforeCommit()
    return changes > 0
  })
}
