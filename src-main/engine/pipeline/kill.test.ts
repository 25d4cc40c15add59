import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtCli } from '../../cli/built-cli.fixture'
import { closeHandle, databaseOf } from '../../sql/connection'
import { checkHealth } from '../../sql/health'
import { openIndexReader } from '../../sql/open-index'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'

const cli = builtCli()
const FILES = 3000
const KILLS = 8

/** Runs the index command; with `after`, kills it when its database has grown or the time is up. Resolves with its report. */
function index(folder: string, workspace: string, killAfter: number | null): Promise<Record<string, number> | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli.script, 'index', folder, '--workspace', workspace, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('error', reject)
    child.on('close', (code) => {
      if (timer) clearTimeout(timer)
      resolve(code === 0 ? (JSON.parse(output) as Record<string, number>) : null)
    })
  })
}

function facts(workspace: string) {
  const reader = openIndexReader(join(workspace, 'index.sqlite'))
  const one = (sql: string) => databaseOf(reader).prepare(sql).pluck().get()
  const found = {
    files: one('SELECT count(*) FROM file'),
    articles: one('SELECT count(*) FROM article'),
    words: one("SELECT count(*) FROM article_fts WHERE article_fts MATCH 'harbour'"),
    strayWords: one('SELECT count(*) FROM article_fts_docsize WHERE id NOT IN (SELECT id FROM article)'),
    wordless: one('SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM article_fts_docsize)'),
    unfiled: one(
      'SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM file WHERE article_id IS NOT NULL)',
    ),
    miscountedBlocks: one(
      `SELECT count(*) FROM block WHERE articles <> (SELECT count(*) FROM article WHERE block_id = block.id)
         + (SELECT count(*) FROM extraction WHERE block_id = block.id)`,
    ),
    analysed: one('SELECT count(*) FROM extraction WHERE failure IS NULL'),
    miscounted: one(
      'SELECT count(*) FROM entity WHERE articles <> (SELECT count(*) FROM entity_article WHERE entity_id = entity.id)',
    ),
    health: checkHealth(reader).verdict,
  }
  closeHandle(reader)
  return found
}

const WHOLE = {
  files: FILES, articles: FILES, words: FILES, strayWords: 0, wordless: 0, unfiled: 0, miscountedBlocks: 0, analysed: FILES, miscounted: 0, health: 'ok',
} // prettier-ignore

describe('an index that is killed while it is made', () => {
  it('is whole at every restart and ends as if nothing had happened', async () => {
    const folder = temporaryFolder()
    const workspace = join(temporaryFolder(), 'workspace')
    mkdirSync(workspace)
    for (let i = 0; i < FILES; i++) {
      writeFileSync(
        join(folder, `${i}.txt`),
        `PARIS, March ${1 + (i % 28)} (AFP) - Harbour master John Smith counted ${i} ships on Friday.`,
      )
    }
    let killed = 0
    for (let i = 0; i < KILLS; i++) {
      // Spread over start, reading and analysis, wherever this machine happens to be then.
      const report = await index(folder, workspace, 120 + i * 160)
      if (report === null) killed++
      if (!existsSync(join(workspace, 'index.sqlite'))) continue
      const { files, ...halves } = facts(workspace)
      expect(halves).toMatchObject({
        strayWords: 0,
        wordless: 0,
        unfiled: 0,
        miscountedBlocks: 0,
        miscounted: 0,
        health: 'ok',
      })
      expect(halves.words).toBe(files)
    }
    expect(killed).toBeGreaterThan(2)
    const report = await index(folder, workspace, null)
    expect(report).toMatchObject({ files: FILES, failed: 0, skipped: 0 })
    expect(facts(workspace)).toEqual(WHOLE)
  }, 120_000)
})
