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
  it.skipIf(process.platform === 'win32')('is a program of its own, as npx starts it', () => {
    const { status, stdout, stderr } = spawnSync(cli.script, ['--help'], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^usage: dateline /)
    expect(status).toBe(0)
  })

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
    [['compare', 'a']],
    [['resolve', 'a']],
    [['dossier', '--folder', 'x']],
    [['dossier', 'x', '--type', 'ship', '--folder', 'x']],
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
      ['compare', '/nowhere.txt', '/nowhere.txt'],
      ['resolve', '/nowhere.ndjson', '/nowhere'],
      ['doctor', '--workspace', '/nowhere'],
    ]) {
      const { status, stdout, stderr } = run(args)
      expect(status).toBe(3)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^dateline: There is no [^\n]+\n$/)
    }
  })

  it('answers a wrong call with what was wrong and how this one command is called', () => {
    const { stderr } = run(['search', '--batch', 'a.csv', 'x', '--limit', '0'])
    expect(stderr).toMatch(/^dateline: [^\n]+\n\n {2}search <query> /)
    expect(stderr.split('\n').length).toBeLessThan(9)
  })

  it('says where it cannot keep its data, and what to do', () => {
    const file = join(temporaryFolder(), 'a file')
    writeFileSync(file, '')
    const { status, stderr } = run(['index', seeds], join(file, 'data'))
    expect(status).toBe(3)
    expect(stderr).toContain('DATELINE_DATA')
  })

  it('does not pass a part of a folder for the whole: stopped half-way, exit code 3', () => {
    // The signal as soon as the command listens to it, so that nothing here hangs on time.
    const interrupt = `process.on('newListener', (name) => name === 'SIGINT' && setImmediate(() => process.emit('SIGINT')))`
    const preload = `data:text/javascript,${encodeURIComponent(interrupt)}`
    for (const args of [
      ['index', seeds, '--json'],
      ['search', 'x', '--folder', seeds],
    ]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, cli.script, ...args], {
        encoding: 'utf8',
        env: { ...process.env, DATELINE_DATA: temporaryFolder() },
      })
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^dateline: Stopped /)
      expect(status).toBe(3)
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

    const table = run(['search', '--batch', batch, '--workspace', workspace, '--csv'], data).stdout.split('\r\n')
    expect(table[0]).toBe('\ufeffquery,articles,newest,path,title,message')
    expect(table[1]).toMatch(/^"""trade turnover""",1,2017-11-09/)
    const [line] = run(['search', 'turnover', '--lines', '--workspace', workspace, '--json'], data).lines()
    expect(line).toMatchObject({ path: expect.any(String) as string, keyword: 'turnover' })
    const [facets] = run(['search', 'agency:=Kazinform', '--facets', '--workspace', workspace, '--json'], data).lines()
    expect(facets).toMatchObject({ facts: { agency: [{ value: 'Kazinform' }] } })

    const people = run(['entities', '--type', 'person', '--workspace', workspace, '--json'], data).lines()
    expect(people.map((row) => row['name'])).toContain('Nursultan Nazarbayev')
    const quotes = run(['quotes', '--by', 'Nazarbayev', '--workspace', workspace, '--json'], data).lines()
    expect(quotes.every((row) => String(row['speaker']).includes('Nazarbayev'))).toBe(true)
    expect(run(['figures', '--workspace', workspace, '--json', '--limit', '3'], data).lines()).toHaveLength(3)

    const list = join(temporaryFolder(), 'names.csv')
    writeFileSync(list, 'name,type\nNursultan Nazarbayev,organization\n')
    const [made] = run(['corrections', 'gazetteer', list, '--folder', seeds, '--json'], data).lines()
    expect(made).toMatchObject({ articles: 1, conflicts: [] })
    const organizations = () =>
      run(['entities', '--type', 'organization', '--workspace', workspace, '--json'], data)
        .lines()
        .map((row) => row['name'])
    expect(organizations()).toContain('Nursultan Nazarbayev')
    expect(run(['corrections', 'revert', String(made?.['id']), '--folder', seeds], data).status).toBe(0)
    expect(organizations()).not.toContain('Nursultan Nazarbayev')
    expect(run(['corrections', 'revert', 'nothing-like-that', '--folder', seeds], data).status).toBe(2)

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

  it('compares two tellings of one dispatch: numbers, names and negations apart from wording', () => {
    const at = (name: string) => join(seeds, '2019-03-12', name)
    const [comparison] = run([
      'compare',
      at('lps-1120-marenza-terminal.txt'),
      at('meridian-1405-marenza.html'),
      '--json',
    ]).lines()
    expect(comparison).toMatchObject({ sameFamily: true, a: at('lps-1120-marenza-terminal.txt') })
    const pairs = comparison?.['pairs'] as {
      changes?: { kind: string; a: { text: string } | null; b: { text: string } | null }[]
    }[]
    const changes = pairs.flatMap((pair) => pair.changes ?? []).map(({ kind, a, b }) => [kind, a?.text, b?.text])
    expect(changes).toContainEqual(['number', 'seven people', '17 people'])
    expect(changes).toContainEqual(['number', '4.2 million tonnes', '2.4 million tonnes'])
    expect(changes).toContainEqual(['negation', undefined, 'Not'])
    const conflicts = comparison?.['conflicts'] as { kind: string }[]
    expect(new Set(conflicts.map(({ kind }) => kind))).toEqual(new Set(['contradiction', 'denial', 'quote-drift']))
    expect(run(['compare', at('lps-1120-marenza-terminal.txt'), at('meridian-1405-marenza.html')]).stdout).toMatch(
      /\d+ % alike, one dispatch/,
    )
  })

  it('lists families and conflicts of a folder', () => {
    const data = temporaryFolder()
    const families = run(['families', '--folder', seeds, '--json'], data).lines()
    const members = families.map((family) => (family['members'] as { path: string }[]).map(({ path }) => path))
    expect(members[0]).toContain('2019-03-13/gazette-marenza-terminal.txt')
    const conflicts = run(['conflicts', '--folder', seeds, '--json', '--limit', '3'], data).lines()
    expect(conflicts.map(({ kind }) => kind)).toEqual(['contradiction', 'contradiction', 'contradiction'])
    expect(run(['conflicts', '--folder', seeds], data).stdout).toMatch(/^Figures that contradict each other: \d+\n/)
  })

  it('finds passages again: as cited, by their bytes under another name, and says which are gone', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'new name.txt'), 'The port is closed. Grain will leave again by Friday.')
    writeFileSync(join(folder, 'changed.txt'), 'First of all: the river stood at 6.4 metres at the gauge.')
    const anchors = [
      { path: 'new name.txt', exact: 'Grain will leave', start: 20, end: 36 },
      { path: 'changed.txt', exact: 'the river stood at 6.4 metres', start: 0, end: 29 },
      { path: 'changed.txt', exact: 'nobody ever wrote this sentence anywhere' },
      { path: 'gone.txt', exact: 'Grain' },
      { path: '../outside.txt', exact: 'root' },
    ]
    const file = join(temporaryFolder(), 'anchors.ndjson')
    writeFileSync(file, anchors.map((anchor) => JSON.stringify(anchor)).join('\n'))
    const { status, lines } = run(['resolve', file, folder, '--json'])
    expect(status).toBe(0)
    expect(lines().map(({ state, start, text }) => [state, start, text])).toEqual([
      ['exact', 20, 'Grain will leave'],
      ['moved', 14, 'the river stood at 6.4 metres'],
      ['lost', null, null],
      ['lost', null, null],
      ['lost', null, null],
    ])
    writeFileSync(file, '{"path": "x"}')
    expect(run(['resolve', file, folder])).toMatchObject({ status: 3, stdout: '' })
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

  it('moves the analyst’s work from one casebook to another, and overwrites nothing', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'MARENZA (LPS) - A fire killed seven people.\n')
    const note = join(temporaryFolder(), 'meeting.md')
    writeFileSync(note, '# Who counted?\n\nSeven people.\n')
    const [here, there] = [temporaryFolder(), temporaryFolder()]
    const casebook = (data: string, ...args: string[]) => run(['casebook', ...args, '--folder', folder, '--json'], data)
    const [taken] = casebook(here, 'import', note).lines()
    expect(taken).toMatchObject({ format: 'markdown', counts: { notes: { added: 1 } }, left: [] })
    const file = join(temporaryFolder(), 'out.zip')
    const [written] = casebook(here, 'export', file).lines()
    expect(written).toMatchObject({ out: file, format: 'dateline', counts: { notes: 1 } })
    expect(casebook(there, 'import', file).lines()).toMatchObject([{ counts: { notes: { added: 1 } } }])
    expect(casebook(there, 'import', file).lines()).toMatchObject([{ counts: { notes: { added: 0, unchanged: 1 } } }])
    expect(casebook(there, 'export', join(temporaryFolder(), 'x'), '--as', 'refi-qda').status).toBe(0)

    expect(casebook(there, 'export', join(folder, 'x.zip')).status).toBe(3)
    expect(casebook(there, 'export', file, '--as', 'word').status).toBe(2)
    expect(run(['casebook', 'export']).status).toBe(2)
  })
})
