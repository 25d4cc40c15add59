import DatabaseConstructor from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../migrate'
import { CASEBOOK_MIGRATIONS } from './migrations'

const HASH = 'a'.repeat(64)

/** A casebook as the first released schemas left it, with a row in every table a note stands in. */
function oldCasebook() {
  const database = new DatabaseConstructor(':memory:')
  migrate(database, { applicationId: 1, migrations: CASEBOOK_MIGRATIONS.slice(0, 2) })
  database.exec(`
    BEGIN;
    INSERT INTO note VALUES ('note-0001', 1, 1, '2019-03-12', '2019-03-12', NULL, NULL);
    INSERT INTO note_revision (note_id, revision, title, body, preview, sha256, saved_at)
      VALUES ('note-0001', 1, 'Casualties', '{"type":"doc"}', 'Seven', '${HASH}', '2019-03-12');
    INSERT INTO anchor VALUES (1, '${HASH}', 'a.txt', 3, 8, 'seven', 'pre', 'suf');
    INSERT INTO citation VALUES ('note-0001', 1, 0, 'cite-0001', 1);
    INSERT INTO highlight VALUES ('high-0001', 1, 'note-0001', '2019-03-12', NULL);
    INSERT INTO decision VALUES (1, 'rename', '{}', '2019-03-12');
    INSERT INTO article_mark VALUES ('${HASH}', 1, 0);
    COMMIT;`)
  return database
}

const TABLES = ['note', 'note_revision', 'anchor', 'citation', 'highlight', 'decision', 'article_mark']

describe('the steps of the casebook', () => {
  it('bring old rows along, every field of them', () => {
    const database = oldCasebook()
    const rows = () => TABLES.map((table) => database.prepare(`SELECT * FROM ${table}`).all())
    const before = rows()
    migrate(database, { applicationId: 1, migrations: CASEBOOK_MIGRATIONS })
    expect(rows()).toMatchObject(before)
    expect(database.pragma('user_version', { simple: true })).toBe(CASEBOOK_MIGRATIONS.length)
  })

  it('are numbered without gaps', () => {
    expect(CASEBOOK_MIGRATIONS.map(({ version }) => version)).toEqual(CASEBOOK_MIGRATIONS.map((_, i) => i + 1))
  })
})
