import type { FactField, PhraseNode, SearchNode } from '../../domain/search/query'
import { fold } from '../../domain/text/normalise'
import type { IndexReader } from '../handle'
import { valuesOf } from './column-values'
import { likeText } from './entity'
import { isWordsOnly, matchText } from './match'

/** A piece of a WHERE clause over `article`, with its parameters in order. */
export interface Condition {
  sql: string
  parameters: (string | number)[]
}

export type FormsOf = (phrase: PhraseNode) => readonly string[]

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
    case 'fact':
      return factCondition(handle, node.field, node.value)
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

const ENTITY_FIELDS: Partial<Record<FactField, string>> = { person: 'person', org: 'organization' }

function factCondition(handle: IndexReader, field: FactField, value: string): Condition {
  const type = ENTITY_FIELDS[field]
  if (type) return entityCondition(type, value)
  const within = `%${likeText(fold(value))}%`
  switch (field) {
    case 'lang':
      return { sql: 'article.language = ?', parameters: [value.toLowerCase()] }
    case 'path':
      return {
        sql: `article.id IN (SELECT article_id FROM file WHERE CASE WHEN path GLOB '*[^ -~]*' THEN fold(path) ELSE path END LIKE ? ESCAPE '\\')`,
        parameters: [within],
      }
    default: {
      const column = field === 'agency' ? 'agency' : 'place'
      const wanted = fold(value)
      const values = valuesOf(handle, column).filter((known) => fold(known).includes(wanted))
      return { sql: `article.${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }
    }
  }
}

/** "Nazarbayev" finds "Nursultan Nazarbayev", by its name or any alias of the folder. */
function entityCondition(type: string, value: string): Condition {
  const pattern = `% ${likeText(fold(value).trim())} %`
  const named = `SELECT id FROM entity WHERE type = ? AND (' ' || key || ' ' LIKE ? ESCAPE '\\'
    OR id IN (SELECT entity_id FROM entity_alias WHERE ' ' || key || ' ' LIKE ? ESCAPE '\\'))`
  return {
    sql: `article.id IN (SELECT article_id FROM entity_article WHERE entity_id IN (${named}))`,
    parameters: [type, pattern, pattern],
  }
}
