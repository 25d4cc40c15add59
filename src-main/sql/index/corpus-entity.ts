import type { EntityType } from '../../domain/extract/types'
import { inTransaction, statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'

/** An entity that was decided to be none has this in place of the row it counts to. */
export const REJECTED = 0

export const CORPUS_ENTITY_SCHEMA = `
-- Decisions of the casebook that hold, so that whoever reads the index sees what was corrected.
CREATE TABLE decision (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  -- as domain/decisions/decision.ts has it
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

-- One person, organization, place … of the folder: the rows of entity that stand for the same.
CREATE TABLE corpus_entity (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  -- sums over entity_article, each article once
  mentions INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX corpus_entity_by_mentions ON corpus_entity (mentions DESC);

-- NULL until it is counted; 0 when it was decided to be no entity
ALTER TABLE entity ADD COLUMN corpus_id INTEGER;
-- why it is taken for the same as the entity it counts to
ALTER TABLE entity ADD COLUMN why TEXT;
INSERT INTO corpus_entity (id, type, name, mentions, articles) SELECT id, type, name, mentions, articles FROM entity;
UPDATE entity SET corpus_id = id;
CREATE INDEX entity_by_corpus ON entity (corpus_id);
`

/** A row of entity for grouping. */
export interface NameRow {
  id: number
  type: EntityType
  key: string
  name: string
  mentions: number
  corpusId: number
  aliases: string[]
}

/** All names of the folder with the aliases articles use for them, most mentioned first. */
export function nameRows(handle: IndexReader): NameRow[] {
  const aliases = new Map<number, string[]>()
  const found = statement(handle, 'SELECT entity_id, name FROM entity_alias').raw().all() as [number, string][]
  for (const [id, name] of found) {
    const known = aliases.get(id)
    if (known) known.push(name)
    else aliases.set(id, [name])
  }
  const rows = statement(
    handle,
    'SELECT id, type, key, name, mentions, corpus_id AS corpusId FROM entity ORDER BY mentions DESC, id',
  ).all() as Omit<NameRow, 'aliases'>[]
  return rows.map((row) => ({ ...row, aliases: aliases.get(row.id) ?? [] }))
}

/** Whether some article names both, each as something of its own. */
export function namedTogether(handle: IndexReader, a: number, b: number): boolean {
  const sql = `SELECT 1 FROM entity_article AS one JOIN entity_article AS other USING (article_id)
    WHERE one.entity_id = ? AND other.entity_id = ? LIMIT 1`
  return statement(handle, sql).get(a, b) !== undefined
}

/** One entity of the folder as it should be: the rows of entity that count to it, the first giving its id if it can. */
export interface Grouping {
  type: EntityType
  name: string
  members: { id: number; why: string | null }[]
}

/** Writes the groups that differ from what is there, all or nothing. Returns how many were changed. */
export function writeGroups(handle: IndexWriter, groups: readonly Grouping[], rejected: readonly number[]): number {
  return inTransaction(handle, () => {
    const hide = statement(handle, 'UPDATE entity SET corpus_id = 0, why = NULL WHERE id = ? AND corpus_id IS NOT 0')
    const hidden = rejected.reduce((sum, id) => sum + hide.run(id).changes, 0)
    const changed = differing(handle, groups)
    const ids = changed.map(({ group, home }) => putGroup(handle, group, home))
    if (hidden + changed.length === 0) return 0
    statement(handle, 'DELETE FROM corpus_entity WHERE id NOT IN (SELECT corpus_id FROM entity)').run()
    for (const id of ids) statement(handle, RECOUNT).run({ id })
    return hidden + changed.length
  })
}

const RECOUNT = `
  UPDATE corpus_entity SET (mentions, articles) = (
    SELECT coalesce(sum(entity_article.mentions), 0), count(DISTINCT article_id)
    FROM entity JOIN entity_article ON entity_id = entity.id WHERE corpus_id = @id)
  WHERE id = @id`

/** The groups that are not there as they should be, each with the row it can keep. */
function differing(handle: IndexReader, groups: readonly Grouping[]): { group: Grouping; home: number | null }[] {
  const rows = statement(
    handle,
    `SELECT corpus_entity.id, corpus_entity.type, corpus_entity.name, count(entity.id)
     FROM corpus_entity JOIN entity ON entity.corpus_id = corpus_entity.id GROUP BY corpus_entity.id`,
  )
    .raw()
    .all() as [number, string, string, number][]
  const known = new Map(rows.map(([id, type, name, members]) => [id, { type, name, members }]))
  const homes = new Map(statement(handle, 'SELECT id, corpus_id FROM entity').raw().all() as [number, number | null][])
  const claimed = new Set<number>()
  return groups.flatMap((group) => {
    const home = homes.get(group.members[0]?.id ?? 0) ?? REJECTED
    const row = claimed.has(home) ? undefined : known.get(home)
    if (row) claimed.add(home)
    const same =
      row?.type === group.type &&
      row.name === group.name &&
      row.members === group.members.length &&
      group.members.every(({ id }) => homes.get(id) === home)
    return same ? [] : [{ group, home: row ? home : null }]
  })
}

function putGroup(handle: IndexWriter, { type, name, members }: Grouping, home: number | null): number {
  const put =
    'INSERT INTO corpus_entity (id, type, name) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET type = excluded.type, name = excluded.name RETURNING id'
  const id = Number(statement(handle, put).pluck().get(home, type, name))
  const move = statement(handle, 'UPDATE entity SET corpus_id = ?, why = ? WHERE id = ?')
  for (const member of members) move.run(id, member.why, member.id)
  return id
}

/** The names that count to an entity of the folder, most mentioned first. */
export function namesOf(
  handle: IndexReader,
  corpusId: number,
): (Omit<NameRow, 'aliases' | 'corpusId'> & { why: string | null })[] {
  const sql = 'SELECT id, type, key, name, mentions, why FROM entity WHERE corpus_id = ? ORDER BY mentions DESC, id'
  return statement(handle, sql).all(corpusId) as ReturnType<typeof namesOf>
}

/** The entity of the folder that a name counts to; null when no article has the name or it was rejected. */
export function corpusIdOf(handle: IndexReader, type: EntityType, key: string): number | null {
  const id = statement(handle, 'SELECT corpus_id FROM entity WHERE type = ? AND key = ?').pluck().get(type, key)
  return typeof id === 'number' && id !== REJECTED ? id : null
}

/** Articles that have one of these names, newest first, with how often; hashes. */
export function articlesNaming(handle: IndexReader, names: readonly number[]): { hash: string; mentions: number }[] {
  const sql = `SELECT lower(hex(hash)) AS hash, sum(mentions) AS mentions FROM entity_article
    JOIN article ON article.id = article_id WHERE entity_id IN (SELECT value FROM json_each(?))
    GROUP BY article_id ORDER BY article.date DESC, article.id`
  return statement(handle, sql).all(JSON.stringify(names)) as { hash: string; mentions: number }[]
}

/** An entity of the folder; null when there is none of this id. */
export function corpusEntity(handle: IndexReader, id: number): { name: string; type: EntityType } | null {
  const row = statement(handle, 'SELECT name, type FROM corpus_entity WHERE id = ?').get(id)
  return (row as { name: string; type: EntityType } | undefined) ?? null
}

/** The rows of entity for names as decisions have them (type and folded name with a colon between). */
export function rowsOfNames(handle: IndexReader, names: readonly string[]): number[] {
  const select = statement(handle, 'SELECT id FROM entity WHERE type = ? AND key = ?').pluck()
  return names.flatMap((name) => {
    const colon = name.indexOf(':')
    const id = select.get(name.slice(0, colon), name.slice(colon + 1))
    return typeof id === 'number' ? [id] : []
  })
}
