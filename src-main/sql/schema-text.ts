import DatabaseConstructor from 'better-sqlite3'
import { migrate, type Migration } from './migrate'

/** The schema that a list of migrations ends with, as one readable page. */
export function schemaText(title: string, migrations: readonly Migration[]): string {
  const database = new DatabaseConstructor(':memory:')
  try {
    migrate(database, { applicationId: 1, migrations })
    // Tables that SQLite makes for itself (full text, automatic indexes) are left out; statements keep the order they were made in.
    const statements = database
      .prepare(
        `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
           AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid`,
      )
      .pluck()
      .all() as string[]
    const version = migrations.at(-1)?.version ?? 0
    const head = `-- ${title}, schema ${version}. Written by a test from the migrations, which are what counts.\n`
    return `${head}\n${statements.map((sql) => `${sql};`).join('\n\n')}\n`
  } finally {
    database.close()
  }
}
