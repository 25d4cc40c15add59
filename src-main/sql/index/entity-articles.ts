import type { EntityType } from '../../domain/extract/types'
import { fold } from '../../domain/text/normalise'
import { statement } from '../connection'
import type { IndexReader } from '../handle'

/** An entity that goes by a name, with how many articles speak of it. */
export interface NamedEntity {
  id: number
  type: EntityType
  key: string
  name: string
  aliases: string[]
  articles: number
}

const BY_NAME = `
  SELECT id, type, key, name, articles FROM entity
  WHERE key = @key OR id IN (SELECT entity_id FROM entity_alias WHERE key = @key)
  ORDER BY key = @key DESC, mentions DESC, id`

/** Every entity that is called so, by its own name or as an alias; its own name first, then the most mentioned. */
export function entitiesNamed(handle: IndexReader, name: string): NamedEntity[] {
  const rows = statement(handle, BY_NAME).all({ key: fold(name).trim() }) as Omit<NamedEntity, 'aliases'>[]
  const aliases = statement(handle, 'SELECT name FROM entity_alias WHERE entity_id = ? ORDER BY name').pluck()
  return rows.map((row) => ({ ...row, aliases: aliases.all(row.id) as string[] }))
}

/** Hashes of the articles that speak of an entity of the folder, by its id of `listEntities`. */
export function articlesOfEntity(handle: IndexReader, id: string): string[] {
  const sql = `
    SELECT DISTINCT lower(hex(article.hash)) FROM entity
    JOIN entity_article ON entity_id = entity.id
    JOIN article ON article.id = article_id
    WHERE corpus_id = ?`
  return statement(handle, sql)
    .pluck()
    .all(Number(id.replace('entity-', ''))) as string[]
}

/** Entities that more articles than this speak of tell no story. */
const MOST_COMMON = 100

/** Hashes of analysed articles that share rarer entities with the given ones, which are among them; those that share most first, at most `most`. */
export function relatedArticles(handle: IndexReader, hashes: readonly string[], most: number): string[] {
  const sql = `
    SELECT lower(hex(article.hash)) FROM article
    JOIN (
      SELECT other.article_id AS id, count(*) AS shared
      FROM article AS cited
      JOIN entity_article AS own ON own.article_id = cited.id
      JOIN entity ON entity.id = own.entity_id AND entity.articles <= ${MOST_COMMON}
      JOIN entity_article AS other ON other.entity_id = own.entity_id
      WHERE cited.hash IN (SELECT unhex(value) FROM json_each(@hashes))
      GROUP BY other.article_id
    ) AS related ON related.id = article.id
    ORDER BY related.shared DESC, article.id LIMIT @most`
  return statement(handle, sql)
    .pluck()
    .all({ hashes: JSON.stringify(hashes), most }) as string[]
}

/** Hashes of the articles that speak of any of the entities, newest first. */
export function articlesNaming(handle: IndexReader, entities: readonly number[]): string[] {
  const sql = `
    SELECT lower(hex(hash)) FROM article
    WHERE id IN (SELECT article_id FROM entity_article WHERE entity_id IN (SELECT value FROM json_each(?)))
    ORDER BY date DESC, id`
  return statement(handle, sql).pluck().all(JSON.stringify(entities)) as string[]
}
