import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeHandle, databaseOf } from '../connection'
import type { IndexWriter } from '../handle'
import { openIndex } from '../open-index'
import { temporaryFolder } from '../temporary-folder.fixture'
import { FACT_COLUMNS } from './article'
import { LIST_ENTITIES } from './entity'
import { WAITING } from './extraction'
import { TROUBLE } from './file'
import { libraryPage } from './library'
import { NEWEST_DATE } from './search-condition'
import { hitRowsStatement } from './search-facets'
import { BEGINNING_ANY } from './search-terms'
import { countStatement, pageStatement, RANK_WINDOW } from './search'

let index: IndexWriter

beforeEach(() => {
  index = openIndex(join(temporaryFolder(), 'index.sqlite'))
})
afterEach(() => closeHandle(index))

/** The steps SQLite would take, one a line. */
const planOf = (sql: string): string[] =>
  (
    databaseOf(index)
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...placeholders(sql)) as { detail: string }[]
  ).map((step) => step.detail)

/** A plan needs a value for every parameter; which one does not matter. */
function placeholders(sql: string): unknown[] {
  const named = [...new Set(sql.match(/@\w+/g) ?? [])]
  if (named.length > 0) return [Object.fromEntries(named.map((name) => [name.slice(1), 1]))]
  return Array.from(sql.matchAll(/\?/g), () => 1)
}

const words = { match: 'x', filters: [] }
const filtered = { match: 'x', filters: [{ sql: 'article.date >= ?', parameters: [''] }] }

describe('hot queries', () => {
  it.each([
    ['the library by date', libraryPage('date', true)],
    ['what waits for analysis', WAITING],
    ['the newest date', NEWEST_DATE],
    ['the most mentioned entities', LIST_ENTITIES],
  ])('%s come in the order of an index, unsorted', (_, sql) => {
    const plan = planOf(sql)
    expect(plan.join('\n')).toMatch(/USING (?:COVERING )?INDEX (?:article_by_date|corpus_entity_by_mentions)/)
    expect(plan.filter((step) => /TEMP B-TREE/.test(step) && !/page/.test(plan.join(' ')))).toEqual([])
  })

  it.each([
    ['the hits of words', pageStatement(words, 'relevance')],
    ['their number', countStatement(words)],
    ['the newest of very many hits', RANK_WINDOW],
    ['hits with a filter', pageStatement(filtered, 'relevance')],
    ['hits by date', pageStatement(words, 'date')],
    ['the rows that are counted', hitRowsStatement(words)],
    ['the rows that are counted under a filter', hitRowsStatement(filtered)],
  ])('%s begin with the words, and look nothing up by scanning', (_, sql) => {
    const [first = '', ...rest] = planOf(sql)
    expect(first).toMatch(/^SCAN article_fts VIRTUAL TABLE INDEX/)
    for (const step of rest) expect(step).not.toMatch(/^SCAN/)
  })

  it.each([
    ['an article by its hash', `SELECT ${FACT_COLUMNS} FROM article WHERE hash = ?`],
    ['a file by its path', 'SELECT article_id FROM file WHERE path = ?'],
    ['whether a text has a file', 'SELECT 1 FROM file WHERE article_id = ? LIMIT 1'],
    ['the articles of an entity', 'SELECT article_id FROM entity_article WHERE entity_id = ?'],
    ['the names of an entity of the folder', 'SELECT id FROM entity WHERE corpus_id = ?'],
    ['files in trouble', TROUBLE],
    ['the entities of a hit', 'SELECT entities FROM extraction WHERE article_id = ?'],
    ['the articles whose words are not listed yet', 'SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?'],
    ['words that begin so', 'SELECT term FROM term WHERE term >= ? AND term < ? LIMIT ?'],
  ])('%s: found, not scanned for', (_, sql) => {
    for (const step of planOf(sql)) expect(step).not.toMatch(/^SCAN (?!json_each|file USING INDEX file_by_trouble)/)
  })

  it('words that begin in many ways are each found in the list of words', () => {
    expect(planOf(BEGINNING_ANY).join('\n')).toMatch(
      /^SCAN beginning VIRTUAL TABLE.*\nSEARCH term USING PRIMARY KEY \(term>\? AND term<\?\)/,
    )
  })
})
