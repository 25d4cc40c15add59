import type { FormsOf } from '../../domain/search/matches'
import type { FactField, SearchNode } from '../../domain/search/query'
import { fold } from '../../domain/text/normalise'
import { statement } from '../connection'
import type { IndexReader } from '../handle'
import { valuesOf } from './column-values'
import { likeText } from './entity'
import { isWordsOnly, matchText } from './match'

/** A piece of a WHERE clause over `article`, with its parameters in order. */
export interface Condition {
  sql: string
  parameters: (string | number | null)[]
}

/** A search split into what ranks it (words) and what filters it (everything else). `match` is null where no words are wanted. */
export interface CompiledSearch {
  match: string | null
  filters: Condition[]
}

/** Splits a search for the database. The tree decides the shape; every value goes in as a parameter. */
export function compileSearch(handle: IndexReader, tree: SearchNode, formsOf: FormsOf): CompiledSearch {
  if (isWordsOnly(tree)) return { match: matchText(tree, formsOf), filters: [] }
  if (tree.kind === 'all') {
    const words = tree.parts.filter(isWordsOnly)
    if (words.length > 0) {
      const unwanted = tree.parts.filter((part) => part.kind === 'not' && isWordsOnly(part.part))
      const rest = tree.parts.filter((part) => !words.includes(part) && !unwanted.includes(part))
      return {
        match: matchText({ kind: 'all', parts: [...words, ...unwanted] }, formsOf),
        filters: rest.map((part) => conditionOf(handle, part, formsOf)),
      }
    }
  }
  return { match: null, filters: [conditionOf(handle, tree, formsOf)] }
}

function conditionOf(handle: IndexReader, node: SearchNode, formsOf: FormsOf): Condition {
  if (isWordsOnly(node)) {
    return {
      sql: 'article.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)',
      parameters: [matchText(node, formsOf)],
    }
  }
  switch (node.kind) {
    case 'not': {
      const inner = conditionOf(handle, node.part, formsOf)
      return { sql: `(${inner.sql}) IS NOT TRUE`, parameters: inner.parameters }
    }
    case 'all':
    case 'any': {
      const parts = node.parts.map((part) => conditionOf(handle, part, formsOf))
      return {
        sql: `(${parts.map((part) => part.sql).join(node.kind === 'all' ? ' AND ' : ' OR ')})`,
        parameters: parts.flatMap((part) => part.parameters),
      }
    }
    case 'date':
      return dateCondition(node.from, node.to)
    case 'recent':
      return dateCondition(dayBeforeNewest(handle, node.days - 1), null)
    case 'fact':
      return factCondition(handle, node)
    case 'articles':
      return {
        sql: 'article.hash IN (SELECT unhex(value) FROM json_each(?))',
        parameters: [JSON.stringify(node.hashes)],
      }
    default:
      throw new RangeError(`cannot be searched: ${node.kind}`)
  }
}

function dateCondition(from: string | null, to: string | null): Condition {
  const bounds: Condition[] = []
  if (from) bounds.push({ sql: 'article.date >= ?', parameters: [from] })
  // "2018-02" as an end takes the whole month: every printed date that begins with it sorts before "2018-02~".
  if (to) bounds.push({ sql: 'article.date < ?', parameters: [`${to}~`] })
  return {
    sql: bounds.map((bound) => bound.sql).join(' AND '),
    parameters: bounds.flatMap((bound) => bound.parameters),
  }
}

/** The newest date that an article tells itself; a file's own time says when it was copied. */
export const NEWEST_DATE = `
  SELECT substr(date, 1, 10) FROM article WHERE date IS NOT NULL AND date_origin <> 'file-time' ORDER BY date DESC LIMIT 1`

/** The day so many days before the newest article's, as ISO date; no day where nothing is dated. */
function dayBeforeNewest(handle: IndexReader, days: number): string {
  const newest = statement(handle, NEWEST_DATE).pluck().get()
  if (typeof newest !== 'string') return '9999'
  return String(statement(handle, "SELECT coalesce(date(?, ?), '9999')").pluck().get(newest, `-${days} days`))
}

type Fact = Extract<SearchNode, { kind: 'fact' }>

const ENTITY_TYPES: Partial<Record<FactField, string | null>> = { person: 'person', org: 'organization', name: null }

function factCondition(handle: IndexReader, { field, value, whole }: Fact): Condition {
  const type = ENTITY_TYPES[field]
  if (type !== undefined) return entityCondition(type, fold(value).trim(), whole)
  switch (field) {
    case 'lang':
      return { sql: 'article.language = ?', parameters: [value.toLowerCase()] }
    case 'format':
      return { sql: 'article.format = ?', parameters: [value.toLowerCase().replace(/^\./, '')] }
    case 'path':
      return whole
        ? { sql: 'article.id IN (SELECT article_id FROM file WHERE path = ?)', parameters: [value] }
        : {
            sql: `article.id IN (SELECT article_id FROM file WHERE CASE WHEN path GLOB '*[^ -~]*' THEN fold(path) ELSE path END LIKE ? ESCAPE '\\')`,
            parameters: [`%${likeText(fold(value))}%`],
          }
    default: {
      const column = field === 'agency' ? 'agency' : 'place'
      const wanted = fold(value)
      const values = valuesOf(handle, column).filter((known) =>
        whole ? fold(known) === wanted : fold(known).includes(wanted),
      )
      return { sql: `article.${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }
    }
  }
}

/**
 * "Nazarbayev" finds "Nursultan Nazarbayev" and everyone who is one with him, by any name or alias of the folder; `whole` only an entity
 * called exactly so.
 */
function entityCondition(type: string | null, key: string, whole: boolean): Condition {
  const called = whole
    ? 'key = ?'
    : `' ' || key || ' ' LIKE ? ESCAPE '\\'
    OR entity.id IN (SELECT entity_id FROM entity_alias WHERE ' ' || key || ' ' LIKE ? ESCAPE '\\')`
  const given = whole ? 'fold(name) = ?' : `' ' || fold(name) || ' ' LIKE ? ESCAPE '\\'`
  const wanted = `SELECT entity.id FROM corpus_entity JOIN entity ON entity.corpus_id = corpus_entity.id
    WHERE (? IS NULL OR corpus_entity.type = ?)
      AND (corpus_entity.id IN (SELECT corpus_id FROM entity WHERE ${called}) OR corpus_entity.id IN (SELECT id FROM corpus_entity WHERE ${given}))`
  const pattern = `% ${likeText(key)} %`
  return {
    sql: `article.id IN (SELECT article_id FROM entity_article WHERE entity_id IN (${wanted}))`,
    parameters: [type, type, ...(whole ? [key, key] : [pattern, pattern, pattern])],
  }
}
