import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../sql/temporary-folder.fixture'
import { builtCli } from './built-cli.fixture'

const seeds = fileURLToPath(new URL('../../seeds/2019-03-12', import.meta.url))
const cli = builtCli()
const PATH = 'lps-1120-marenza-terminal.txt'

let place: { folder: string; data: string; work: string }
beforeEach(() => {
  place = { folder: temporaryFolder(), data: temporaryFolder(), work: temporaryFolder() }
  cpSync(seeds, place.folder, { recursive: true })
})

function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli.script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATELINE_DATA: place.data, ...env },
  })
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> }
}

const at = (name: string) => join(place.work, name)
const definition = (...sentences: object[]) => {
  writeFileSync(at('d.json'), JSON.stringify({ title: 'Fire', sections: [{ heading: 'Points', sentences }] }))
  return at('d.json')
}
const firstWords = () =>
  readFileSync(join(place.folder, PATH), 'utf8').split('\n\n')[1]?.split(' ').slice(0, 9).join(' ') ?? ''
const gap = { type: 'gap', text: 'Nobody says who was there.' }

describe('dateline brief', () => {
  it('keeps a definition, lists it, exports it by id and by file, and verifies both', () => {
    const words = firstWords()
    const file = definition({ type: 'quote', text: `“${words}”`, citations: [{ path: PATH, exact: words }] }, gap)
    const made = run(['brief', 'new', file, '--folder', place.folder, '--json'])
    expect(made.status, made.stderr).toBe(0)
    expect(made.json()).toMatchObject({ sentences: 2, citations: 1, out: null })
    const id = String(made.json()['id'])
    const list = run(['brief', 'list', '--folder', place.folder])
    expect(list.stdout).toContain(id)
    for (const what of [id, file]) {
      const exported = run(['brief', 'export', what, '--out', at('b.html'), '--folder', place.folder, '--json'])
      expect(exported.status, exported.stderr).toBe(0)
      expect(exported.json()).toMatchObject({ out: at('b.html'), format: 'html', sentences: 2, citations: 1 })
      const verified = run(['verify', at('b.html'), place.folder, '--json'])
      expect(verified.status).toBe(0)
      expect(verified.json()).toMatchObject({ sentences: 2, verified: 2, failed: [] })
    }
  })

  it('ends with 1 when the gate refuses or a sentence fails, for people in words', () => {
    const file = definition({ type: 'fact', text: 'It burned on 12 March.' }, gap)
    const where = ['--out', at('b.md'), '--folder', place.folder]
    const refused = run(['brief', 'export', file, ...where])
    expect(refused.status).toBe(1)
    expect(refused.stdout).toMatch(/Nothing was written[^\n]*\nBLOCK {3}no-citation: /)
    expect(existsSync(at('b.md'))).toBe(false)
    const waived = run(['brief', 'export', file, ...where, '--waive', 'no-citation=seen by the author'])
    expect(waived.status).toBe(0)
    writeFileSync(at('b.md'), readFileSync(at('b.md'), 'utf8').replace('It burned', 'It drowned'))
    const verified = run(['verify', at('b.md'), place.folder])
    expect(verified.status).toBe(1)
    expect(verified.stdout).toContain('FAILED  1.1')
  })

  it.each([
    [['brief']],
    [['brief', 'burn']],
    [['brief', 'new']],
    [['brief', 'export', 'd.json']],
    [['brief', 'export', 'd.json', '--out', 'b.doc', '--folder', '.']],
    [['brief', 'export', 'd.json', '--out', 'b.docx', '--folder', '.']],
    [['brief', 'export', 'd.json', '--out', 'b.md', '--folder', '.', '--waive', 'no-citation']],
    [['brief', 'export', 'd.json', '--out', 'b.md', '--folder', '.', '--waive', 'nonsense=why']],
    [['brief', 'export', 'd.json', '--out', 'b.md']],
    [['verify', 'b.md']],
  ])('%j is wrong usage', (args) => {
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })

  it('says what it could not do: exit code 3', () => {
    const file = definition(gap)
    expect(run(['verify', file, place.folder])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no briefing') as unknown,
    })
    const inside = run(['brief', 'export', file, '--out', join(place.folder, 'b.md'), '--folder', place.folder])
    expect(inside).toMatchObject({ status: 3, stderr: expect.stringContaining('among the sources') as unknown })
    expect(readdirSync(place.folder)).not.toContain('b.md')
  })

  it('names what printing misses, and leaves nothing behind', () => {
    const file = definition(gap)
    const temporary = temporaryFolder()
    const { status, stderr } = run(['brief', 'export', file, '--out', at('b.pdf'), '--folder', place.folder], {
      ELECTRON_EXEC_PATH: at('no-electron'),
      DISPLAY: ':0',
      TMPDIR: temporary,
    })
    expect(status).toBe(3)
    expect(stderr).toContain('no-electron could not be started')
    expect(existsSync(at('b.pdf'))).toBe(false)
    expect(readdirSync(temporary)).toEqual([])
  })
})
