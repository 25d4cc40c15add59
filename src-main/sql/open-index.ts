import type { Database } from 'better-sqlite3'
import { fold } from '../domain/text/normalise'
import { closeHandle, handleFor } from './connection'
import { DatabaseError } from './database-error'
import type { IndexReader, IndexWriter } from './handle'
import { INDEX_MIGRATIONS } from './index/migrations'
import { migrate } from './migrate'
import { openDatabase, type Pragmas } from './open-database'

/** "DLIX" */
export const INDEX_APPLICATION_ID = 0x444c4958

const READER_PRAGMAS: Pragmas = [
  ['foreign_keys', 'ON'],
  ['trusted_schema', 'OFF'],
  ['cell_size_check', 'ON'],
  ['mmap_size', 0],
  // 64 MB of pages: the hot part of an index over 100,000 articles.
  ['cache_size', -65_536],
]

/** The derived file may lose its last second when the power goes: it is read again from the sources. */
const WRITER_PRAGMAS: Pragmas = [
  ['journal_mode', 'WAL'],
  ['synchronous', 'NORMAL'],
  ['wal_autocheckpoint', 16_384],
  ['journal_size_limit', 67_108_864],
  ...READER_PRAGMAS,
]

/** Opens (or makes) the index. Throws `in_use`, `newer_version`, `damaged`, `read_only` or `disk_full`. */
export function openIndex(file: string): IndexWriter {
  const database = openDatabase(file, WRITER_PRAGMAS, (opened) => {
    migrate(opened, { applicationId: INDEX_APPLICATION_ID, migrations: INDEX_MIGRATIONS })
    opened.pragma('synchronous = NORMAL')
    prepareQueries(opened)
  })
  return handleFor<IndexWriter>(database)
}

/**
 * Opens an existing index for reading only, also while another process writes it. One whose writer was killed before its tables
 * stood, or that an older Dateline made, is finished by a writer first: what it lacks could not be added while reading.
 */
export function openIndexReader(file: string): IndexReader {
  try {
    return readerOf(file)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== 'read_only') throw error
    closeHandle(openIndex(file))
    return readerOf(file)
  }
}

function readerOf(file: string): IndexReader {
  const database = openDatabase(
    file,
    READER_PRAGMAS,
    (opened) => {
      migrate(opened, { applicationId: INDEX_APPLICATION_ID, migrations: INDEX_MIGRATIONS })
      prepareQueries(opened)
    },
    true,
  )
  return handleFor<IndexReader>(database)
}

/** What queries use besides the schema: the index's list of words, and the folding of the search language. */
function prepareQueries(database: Database): void {
  database.exec("CREATE VIRTUAL TABLE temp.article_terms USING fts5vocab('main', 'article_fts', 'row')")
  database.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null))
}
