/**
 * What an index costs at the least: every file of a folder read and put into one FTS5 table by a bare script, with nothing else
 * done to it.   node bench/bare-fts5.mjs FOLDER DATABASE
 */
import Database from 'better-sqlite3'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const [folder, path] = process.argv.slice(2)
if (folder === undefined || path === undefined) {
  console.error('usage: node bench/bare-fts5.mjs FOLDER DATABASE')
  process.exit(2)
}
for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })

const database = new Database(path)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = NORMAL')
database.exec('CREATE VIRTUAL TABLE article USING fts5(path UNINDEXED, body)')
const insert = database.prepare('INSERT INTO article (path, body) VALUES (?, ?)')
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
  (entry) => entry.isFile() && /\.(txt|md|html?)$/i.test(entry.name),
)
database.transaction(() => {
  for (const entry of files) {
    const file = join(entry.parentPath, entry.name)
    insert.run(file, readFileSync(file, 'utf8'))
  }
})()
database.pragma('wal_checkpoint(TRUNCATE)')
database.close()
console.log(JSON.stringify({ files: files.length }))
