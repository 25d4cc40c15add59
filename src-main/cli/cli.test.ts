import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../sql/temporary-folder.fixture'
import { builtCli } from './built-cli.fixture'

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url))
const cli = builtCli()

function run(args: string[], data = temporaryFolder()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli.script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATELINE_DATA: data },
    maxBuffer: 1 << 28,
  })
  const lines = () =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { status, stdout, stderr, lines }
}

describe('dateline', () => {
  it.each([
    [[]],
    [['nonsense']],
    [['extract']],
    [['search', '--folder', 'x']],
    [['search', 'word']],
    [['search', 'word', '--limit', 'many', '--workspace', 'x']],
    [['index', 'a', 'b']],
    [['extract', '--colour', 'x']],
    [['families', '--json']],
    [['compare', 'a', 'b']],
  ])('%j is wrong usage: exit code 2 and nothing on stdout but help', (args) => {
    const { status, stdout, stderr } = run(args)
    expect(status).toBe(2)
    if (args.length > 0) {
      expect(stdout).toBe('')
      expect(stderr).not.toBe('')
    }
  })

  it('says in one sentence what it could not do: exit code 3', () => {
    for (const args of [
      ['index', '/nowhere'],
      ['extract', '/nowhere.txt'],
      ['search', 'x', '--workspace', '/nowhere'],
    ]) {
      const { status, stdout, stderr } = run(args)
      expect(status).toBe(3)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^dateline: There is no [^\n]+\n$/)
    }
  })

  it('extracts a folder in path order, every span being its own words', () => {
    const { status, lines, stderr } = run(['extract', join(seeds, '2019-03-12'), '--json'])
    expect(status).toBe(0)
    expect(stderr).toBe('')
    const all = lines() as unknown as { path: string; text: string; state: string; sha256: string; entities: { mentions: { start: number; end: number; text: string }[] }[] }[] // prettier-ignore
    expect(all.length).toBeGreaterThan(5)
    expect(all.map((one) => one.path)).toEqual(all.map((one) => one.path).sort())
    for (const { text, entities, state, sha256 } of all) {
      expect(state).toBe('indexed')
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      for (const { mentions } of entities)
        for (const span of mentions) expect(text.slice(span.start, span.end)).toBe(span.text)
    }
  })

  it('extracts many files in threads, in the same order and with the same results', () => {
    const folder = temporaryFolder()
    for (let i = 0; i < 150; i++)
      writeFileSync(join(folder, `${i}.txt`), `PARIS (AFP) - John Smith said ${i} ships came on Friday.`)
    const together = run(['extract', folder, '--json'])
    expect(together.status).toBe(0)
    const all = together.lines()
    expect(all.map((one) => one['path'])).toEqual(Array.from({ length: 150 }, (_, i) => `${i}.txt`).sort())
    const alone = run(['extract', join(folder, '77.txt'), '--json']).lines()[0]
    expect({ ...all.find((one) => one['path'] === '77.txt'), path: '' }).toEqual({ ...alone, path: '' })
  })

  it('extracts the founding document under the name it was given', () => {
    const file = join(seeds, '000_1e54385107a71e68.txt')
    const [one] = run(['extract', file, '--json']).lines()
    expect(one).toMatchObject({
      path: file,
      date: '2017-11-09',
      dateline: { place: 'Chelyabinsk', agency: 'Kazinform' },
      language: 'en',
    })
  })

  it('exits with 1 where a file failed', () => {
    const folder = temporaryFolder()
    const { status, lines } = run(['extract', join(folder, 'gone.txt'), '--json'])
    expect(status).toBe(3)
    writeFileSync(join(folder, 'here.txt'), 'Words.')
    expect(lines).toThrow()
    expect(run(['extract', join(folder, 'here.txt'), '--json']).status).toBe(0)
  })

  it('indexes, then searches, lists and checks what it indexed', () => {
    const data = temporaryFolder()
    const index = run(['index', seeds, '--json'], data)
    const [report] = index.lines()
    expect(index.status).toBe(0)
    expect(report).toMatchObject({ files: expect.any(Number) as number, failed: 0 })
    const workspace = String(report?.['workspace'])

    const hits = run(['search', 'trade turnover', '--workspace', workspace, '--json'], data).lines()
    expect(hits[0]).toMatchObject({
      path: '000_1e54385107a71e68.txt',
      date: '2017-11-09',
      snippet: expect.stringContaining('trade turnover') as string,
    })
    const hit = hits[0] as { spans: { start: number; end: number }[] }
    expect(hit.spans.length).toBeGreaterThan(0)

    const batch = join(temporaryFolder(), 'queries.csv')
    writeFileSync(batch, 'query,note\n"""trade turnover""",first\nforum,second\n')
    const rows = run(['search', '--batch', batch, '--workspace', workspace, '--json', '--limit', '2'], data).lines()
    expect(new Set(rows.map((row) => row['query']))).toEqual(new Set(['"trade turnover"', 'forum']))

    const people = run(['entities', '--type', 'person', '--workspace', workspace, '--json'], data).lines()
    expect(people.map((row) => row['name'])).toContain('Nursultan Nazarbayev')
    const quotes = run(['quotes', '--by', 'Nazarbayev', '--workspace', workspace, '--json'], data).lines()
    expect(quotes.every((row) => String(row['speaker']).includes('Nazarbayev'))).toBe(true)
    expect(run(['figures', '--workspace', workspace, '--json', '--limit', '3'], data).lines()).toHaveLength(3)

    const again = run(['index', seeds, '--json'], data).lines()[0]
    expect(again).toMatchObject({ indexed: 0, removed: 0, unchanged: report?.['indexed'] })

    const doctor = run(['doctor', '--workspace', workspace, '--json'], data)
    expect(doctor.status).toBe(0)
    expect(doctor.lines()[0]).toMatchObject({ ok: true })
    writeFileSync(join(workspace, 'index.sqlite'), 'broken '.repeat(1000))
    expect(run(['doctor', '--workspace', workspace], data).status).toBe(1)
    expect(run(['doctor', '--workspace', workspace, '--repair'], data).status).toBe(0)
    expect(run(['index', seeds, '--json'], data).lines()[0]).toMatchObject({ indexed: report?.['indexed'] })
  })

  it('takes any search without an error', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'a.txt'), 'Words about harbours.')
    for (const query of [
      '"',
      '*',
      'a AND',
      'NEAR(',
      'col:x',
      '('.repeat(300),
      "'; DROP TABLE article",
      '-x',
      '=',
      'title:"',
      'x'.repeat(50_000),
    ]) {
      const { status } = run(['search', '--folder', folder, '--json', '--', query], join(folder, 'data'))
      expect(status).toBe(0)
    }
    rmSync(join(folder, 'data'), { recursive: true })
  })
})
