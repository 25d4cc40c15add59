import type { EntityType } from '../../domain/extract/types'
import { fold } from '../../domain/text/normalise'
import { inTransaction, statement } from '../connection'
import type { IndexReader, IndexWriter } from '../handle'
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
  RETURNING id`

/**
 * Counts the entities of one article into the whole folder's. Returns the rows it made, for `forgetEntities`. Runs inside the
 * caller's transaction.
 */
export function countEntities(handle: IndexWriter, article: number, entities: readonly EntityCount[]): number[] {
  const rows: number[] = []
  for (const { type, name, aliases, mentions } of mergeByKey(entities)) {
    const id = Number(statement(handle, PUT_ENTITY).pluck().get(type, fold(name), name, mentions))
    statement(handle, 'INSERT INTO entity_article (entity_id, article_id, mentions) VALUES (?, ?, ?)').run(
      id,
      article,
      mentions,
    )
    for (const alias of aliases) {
      statement(handle, 'INSERT OR IGNORE INTO entity_alias (entity_id, key, name) VALUES (?, ?, ?)').run(
        id,
        fold(alias),
        alias,
      )
    }
    rows.push(id, mentions)
  }
  return rows
}

/** Takes the entities of one article out of the folder's counts. Runs inside the caller's transaction. */
export function forgetEntities(handle: IndexWriter, article: number): void {
  const stored = statement(handle, 'SELECT entities FROM extraction WHERE article_id = ?').pluck().get(article)
  const rows = stored instanceof Uint8Array ? unpackNumbers(stored) : []
  for (let i = 0; i < rows.length; i += 2) {
    const [id, mentions] = rows.slice(i, i + 2)
    statement(handle, 'DELETE FROM entity_article WHERE entity_id = ? AND article_id = ?').run(id, article)
    statement(handle, 'UPDATE entity SET mentions = mentions - ?, articles = articles - 1 WHERE id = ?').run(
      mentions,
      id,
    )
    statement(handle, 'DELETE FROM entity WHERE id = ? AND articles = 0').run(id)
  }
}

/** Forgets every entity, before all articles are analysed anew. */
export function clearEntities(handle: IndexWriter): void {
  inTransaction(handle, () => {
    for (const table of ['entity_article', 'entity_alias', 'entity']) statement(handle, `DELETE FROM ${table}`).run()
  })
}

interface EntityRow {
  id: number
  type: EntityType
  name: string
  mentions: number
  articles: number
}

export const LIST_ENTITIES = `
  SELECT id, type, name, mentions, articles FROM entity
  WHERE (@type IS NULL OR type = @type) ORDER BY mentions DESC, id LIMIT @limit`
export const FIND_ENTITIES = `
  SELECT id, type, name, mentions, articles FROM entity
  WHERE (@type IS NULL OR type = @type)
    AND (' ' || key LIKE @words ESCAPE '\\' OR id IN (SELECT entity_id FROM entity_alias WHERE ' ' || key LIKE @words ESCAPE '\\'))
  ORDER BY mentions DESC, id LIMIT @limit`

/** The folder's entities, most mentioned first; `name` keeps those with a word that begins so. */
export function listEntities(
  handle: IndexReader,
  query: { type: EntityType | null; name: string | null; limit: number },
): EntitySummary[] {
  const name = query.name === null ? '' : fold(query.name).trim()
  const sql = name === '' ? LIST_ENTITIES : FIND_ENTITIES
  const parameters = { type: query.type, limit: query.limit, ...(name === '' ? {} : { words: `% ${likeText(name)}%` }) }
  const rows = statement(handle, sql).all(parameters) as EntityRow[]
  const aliases = statement(handle, 'SELECT name FROM entity_alias WHERE entity_id = ? ORDER BY name').pluck()
  return rows.map((row) => ({ ...row, id: `entity-${row.id}`, aliases: aliases.all(row.id) as string[] }))
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
