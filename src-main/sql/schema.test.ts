import { describe, expect, it } from 'vitest'
import { CASEBOOK_MIGRATIONS } from './casebook/migrations'
import { INDEX_MIGRATIONS } from './index/migrations'
import { schemaText } from './schema-text'

/** The pages are written by `npx vitest run -u src-main/sql/schema.test.ts`. */
describe('the schema pages', () => {
  it.each([
    ['index.sqlite: derived, may be deleted at any time', INDEX_MIGRATIONS, './index/schema.sql'],
    ['casebook.sqlite: what the analyst authored', CASEBOOK_MIGRATIONS, './casebook/schema.sql'],
  ])('%s: shows where the migrations end', async (title, migrations, page) => {
    await expect(schemaText(title, migrations)).toMatchFileSnapshot(page)
  })

  it.each([
    ['index', INDEX_MIGRATIONS],
    ['casebook', CASEBOOK_MIGRATIONS],
  ])('every table of the %s is STRICT', (_, migrations) => {
    const tables = schemaText('', migrations).match(/CREATE TABLE[\s\S]*?;\n/g) ?? []
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) expect(table).toMatch(/STRICT/)
  })
})
