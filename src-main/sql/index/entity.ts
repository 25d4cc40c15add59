import type { EntityType } from '../../domain/extract/types'
import { fold } from '../../domain/text/normalise'
import { inTransaction, statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'
import { REJECTED } from './corpus-entity'
import { unpackNumbers } from './number-list'
import type { EntityCount } from './records'

/** An entity over the whole folder. */
export interface EntitySummary {
  id: string
  type: EntityType
  name: string
  aliases: string[]
  mentions: number
  articles: number
}

const PUT_ENTITY = `
  INSERT INTO entity (type, key, name, mentions, articles) VALUES (?, ?, ?, ?, 1)
  ON CONFLICT (type, key) DO UPDATE SET mentions = mentions + excluded.mentions, articles = articles + 1
  RETURNING id, corpus_id AS corpusId`

/**
 * Counts the entities of one article into the whole folder's. Returns the rows it made, for `forgetEntities`. A name that is new stands
 * for something of its own until names are grouped. Runs inside the caller's transaction.
 */
export function countEntities(handle: IndexWriter, article: number, entities: readonly EntityCount[]): number[] {
  const rows: number[] = []
  const counted = new Map<number, number>()
  for (const { type, name, aliases, mentions } of mergeByKey(entities)) {
    const put = statement(handle, PUT_ENTITY).get(type, fold(name), name, mentions) as Counted
    const corpusId = put.corpusId ?? newCorpusEntity(handle, put.id, type, name)
    if (corpusId !== REJECTED) counted.set(corpusId, (counted.get(corpusId) ?? 0) + mentions)
    statement(handle, 'INSERT INTO entity_article (entity_id, article_id, mentions) VALUES (?, ?, ?)').run(
      put.id,
      article,
      mentions,
    )
    for (const alias of aliases) {
      statement(handle, 'INSERT OR IGNORE INTO entity_alias (entity_id, key, name) VALUES (?, ?, ?)').run(
        put.id,
        fold(alias),
        alias,
      )
    }
    rows.push(put.id, mentions)
  }
  const add = statement(
    handle,
    'UPDATE corpus_entity SET mentions = mentions + ?, articles = articles + 1 WHERE id = ?',
  )
  for (const [id, mentions] of counted) add.run(mentions, id)
  return rows
}

interface Counted {
  id: number
  corpusId: number | null
}

function newCorpusEntity(handle: IndexWriter, entity: number, type: EntityType, name: string): number {
  const { lastInsertRowid } = statement(handle, 'INSERT INTO corpus_entity (type, name) VALUES (?, ?)').run(type, name)
  statement(handle, 'UPDATE entity SET corpus_id = ? WHERE id = ?').run(lastInsertRowid, entity)
  return Number(lastInsertRowid)
}

/** Takes the entities of one article out of the folder's counts. Runs inside the caller's transaction. */
export function forgetEntities(handle: IndexWriter, article: number): void {
  const stored = statement(handle, 'SELECT entities FROM extraction WHERE article_id = ?').pluck().get(article)
  const rows = stored instanceof Uint8Array ? unpackNumbers(stored) : []
  const counted = new Map<number, number>()
  for (let i = 0; i < rows.length; i += 2) {
    const [id, mentions = 0] = rows.slice(i, i + 2)
    statement(handle, 'DELETE FROM entity_article WHERE entity_id = ? AND article_id = ?').run(id, article)
    const corpusId = statement(
      handle,
      'UPDATE entity SET mentions = mentions - ?, articles = articles - 1 WHERE id = ? RETURNING corpus_id',
    )
      .pluck()
      .get(mentions, id)
    if (typeof corpusId === 'number') counted.set(corpusId, (counted.get(corpusId) ?? 0) + mentions)
    statement(handle, 'DELETE FROM entity WHERE id = ? AND articles = 0').run(id)
  }
  for (const [id, mentions] of counted) {
    statement(handle, 'UPDATE corpus_entity SET mentions = mentions - ?, articles = articles - 1 WHERE id = ?').run(
      mentions,
      id,
    )
    statement(handle, 'DELETE FROM corpus_entity WHERE id = ? AND articles = 0').run(id)
  }
}

/** Forgets every entity, before all articles are analysed anew. */
export function clearEntities(handle: IndexWriter): void {
  inTransaction(handle, () => {
    for (const table of ['entity_article', 'entity_alias', 'entity', 'corpus_entity'])
      statement(handle, `DELETE FROM ${table}`).run()
  })
}

type EntityRow = Omit<EntitySummary, 'id' | 'aliases'> & { id: number }

export const LIST_ENTITIES = `
  SELECT id, type, name, mentions, articles FROM corpus_entity
  WHERE (@type IS NULL OR type = @type) ORDER BY mentions DESC, id LIMIT @limit`
/** By a word of any of its names, aliases included. */
export const FIND_ENTITIES = `
  SELECT id, type, name, mentions, articles FROM corpus_entity
  WHERE (@type IS NULL OR type = @type)
    AND (' ' || fold(name) LIKE @words ESCAPE '\\' OR id IN (
      SELECT corpus_id FROM entity WHERE ' ' || key LIKE @words ESCAPE '\\'
        OR entity.id IN (SELECT entity_id FROM entity_alias WHERE ' ' || key LIKE @words ESCAPE '\\')))
  ORDER BY mentions DESC, id LIMIT @limit`
export const ALIASES = `
  SELECT name FROM entity WHERE corpus_id = @id
  UNION SELECT entity_alias.name FROM entity_alias JOIN entity ON entity.id = entity_id WHERE corpus_id = @id ORDER BY 1`

/** The folder's entities, most mentioned first; `name` keeps those with a word that begins so. */
export function listEntities(
  handle: IndexReader,
  query: { type: EntityType | null; name: string | null; limit: number },
): EntitySummary[] {
  const name = query.name === null ? '' : fold(query.name).trim()
  const sql = name === '' ? LIST_ENTITIES : FIND_ENTITIES
  const parameters = { type: query.type, limit: query.limit, ...(name === '' ? {} : { words: `% ${likeText(name)}%` }) }
  const rows = statement(handle, sql).all(parameters) as EntityRow[]
  const aliases = statement(handle, ALIASES).pluck()
  return rows.map((row) => ({
    ...row,
    id: `entity-${row.id}`,
    aliases: (aliases.all({ id: row.id }) as string[]).filter((alias) => fold(alias) !== fold(row.name)),
  }))
}

/** Text for a LIKE pattern with nothing special in it; the escape character is a backslash. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (char) => `\\${char}`)
}

/** Two entities of an article with the same folded name and type count as one in the folder. */
function mergeByKey(entities: readonly EntityCount[]): EntityCount[] {
  const merged = new Map<string, EntityCount>()
  for (const entity of entities) {
    const key = `${entity.type}\n${fold(entity.name)}`
    const known = merged.get(key)
    merged.set(
      key,
      known
        ? { ...known, aliases: [...known.aliases, ...entity.aliases], mentions: known.mentions + entity.mentions }
        : entity,
    )
  }
  return [...merged.values()]
}
