import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BriefingCheckSchema } from '../../contract/briefing'
import type { Conflict } from '../../domain/compare/conflicts/conflict'
import { recordDecision } from '../decisions/decision-log'
import { anchorAt, briefingInput, context, GRAIN, PORT, readyDesk, type BriefingDesk } from './briefing-desk.fixture'

const BLAST = 'MARENZA (Meridian) - Nothing ignited, doctors said. No dust was there.\n'

/** “dust ignited” of the port against “Nothing ignited” of another paper. */
function denial(path = 'meridian.txt'): Conflict {
  const side = (at: string, text: string, words: string) => {
    const start = text.indexOf(words)
    return { value: null, origins: 1, evidence: [{ path: at, start, end: start + words.length, text: words }] }
  }
  const key = { what: null, unit: null, subject: null, period: null }
  const sides = [side('lps/port.txt', PORT, 'dust ignited'), side(path, BLAST, 'Nothing ignited')]
  return { kind: 'denial', key, sides }
}

async function begun(): Promise<BriefingDesk & { id: string }> {
  const desk = readyDesk()
  const { id } = await desk.handlers['briefing.save'](briefingInput(), context())
  return { ...desk, id }
}
const check = async (
  { handlers, id }: BriefingDesk & { id: string },
  waivers: { rule: string; reason: string }[] = [],
) => BriefingCheckSchema.parse(await handlers['briefing.check']({ id, waivers }, context()))
const kinds = async (desk: BriefingDesk & { id: string }) =>
  (await check(desk)).changes.map(({ kind, sentence }) => `${kind}: ${sentence.slice(0, 14)}`)

describe('what changed under a briefing since it was looked through', () => {
  it('is nothing at the first look, and still nothing when nothing changed', async () => {
    const desk = await begun()
    const { since } = await check(desk)
    expect(await check(desk)).toMatchObject({ since, changes: [] })
  })

  it('is each cited passage whose file changed or went, by what became of it', async () => {
    const desk = await begun()
    await check(desk)
    desk.put('lps/port.txt', `Correction.\n${PORT.replace('by Friday', 'by Sunday')}`)
    expect(await kinds(desk)).toEqual(['moved: On 12 March du', 'words: “Grain will le'])
    desk.articles.remove('grain.txt')
    expect(await kinds(desk)).toContain('gone: The port shipp')
    desk.put('grain.txt', `${GRAIN}More of it.\n`)
    expect(await kinds(desk)).toContain('file: The port shipp')
    const [moved] = (await check(desk)).changes
    expect(moved?.citationId).toMatch(/^citation-/)
  })

  it('is an article that says otherwise, new on file, with where to open it', async () => {
    const desk = await begun()
    await check(desk)
    const blast = desk.put('meridian.txt', BLAST)
    desk.conflicts.push(denial())
    const { changes } = await check(desk)
    expect(changes).toMatchObject([
      { kind: 'contrary', sentence: expect.stringContaining('dust ignited') as unknown, citationId: null },
    ])
    expect(changes[0]?.anchor).toMatchObject({ articleId: blast.id, path: 'meridian.txt', exact: 'Nothing ignited' })
    expect(changes[0]?.message).toContain('meridian.txt says otherwise: “Nothing ignited”')
  })

  it('is a correction of a name that stands in a sentence or its passage, and of a place within it; no other', async () => {
    const desk = await begun()
    await check(desk)
    recordDecision(desk.store, { kind: 'rename', names: ['person:ilse darvan'], name: 'Ilse Darvan-Moor' })
    expect(await kinds(desk)).toEqual(['correction: “Grain will le'])
    recordDecision(desk.store, { kind: 'rename', names: ['person:somebody else'], name: 'Another' })
    expect(await kinds(desk)).toHaveLength(1)
    const figure = recordDecision(desk.store, {
      kind: 'reject-figure',
      at: anchorAt(GRAIN, 'grain.txt', '4.2 million'),
    })
    recordDecision(desk.store, { kind: 'reject-figure', at: anchorAt(GRAIN, 'grain.txt', 'the ministry') })
    expect(await kinds(desk)).toEqual(['correction: “Grain will le', 'correction: The port shipp'])
    recordDecision(desk.store, { kind: 'revert', decision: figure.id })
    expect((await kinds(desk)).filter((kind) => kind.includes('The port'))).toHaveLength(2)
  })

  it('starts anew when it was looked through and when it was exported, not when the export is refused', async () => {
    const desk = await begun()
    await check(desk)
    const changed = () => desk.put('grain.txt', `${GRAIN}${String(desk.articles.idAt('grain.txt'))}\n`)
    changed()
    expect(await kinds(desk)).toHaveLength(1)
    await desk.handlers['briefing.seen']({ id: desk.id }, context())
    expect(await kinds(desk)).toEqual([])
    changed()
    const options = { id: desk.id, format: 'md' as const, out: join(desk.outside, 'b.md'), paper: 'A4' as const }
    desk.conflicts.push(denial())
    await desk.handlers['briefing.export']({ ...options, waivers: [] }, context())
    expect(await kinds(desk)).toHaveLength(2)
    const waivers = [{ rule: 'contradicted', reason: 'The paper took it back.' }]
    await desk.handlers['briefing.export']({ ...options, waivers }, context())
    expect(await kinds(desk)).toEqual([])
  })
})

describe('the gate before the export', () => {
  it('says who denies what is cited and where it stands, and takes a reason', async () => {
    const desk = await begun()
    const blast = desk.put('meridian.txt', BLAST)
    desk.conflicts.push(denial())
    const contradicted = async (waivers: { rule: string; reason: string }[] = []) =>
      (await check(desk, waivers)).findings.find(({ rule }) => rule === 'contradicted')
    expect(await contradicted()).toMatchObject({
      level: 'block',
      anchor: { articleId: blast.id, exact: 'Nothing ignited' },
    })
    expect(await contradicted([{ rule: 'contradicted', reason: 'Taken back.' }])).toMatchObject({ level: 'waived' })
  })

  it('has no place to open where the other file is gone', async () => {
    const desk = await begun()
    desk.conflicts.push(denial('gone.txt'))
    const { findings } = await check(desk)
    expect(findings.find(({ rule }) => rule === 'contradicted')).toMatchObject({ anchor: null })
  })
})
