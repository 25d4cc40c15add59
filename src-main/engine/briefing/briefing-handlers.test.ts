import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BriefingRowSchema, BriefingSchema } from '../../contract/briefing'
import { briefingHead } from '../../sql/casebook/briefings'
import { bodyOf, noteInput, temporaryFolder } from '../casebook/casebook.fixture'
import { openCasebookStore } from '../casebook/open-casebook-store'
import { anchorAt, briefingInput, context, openBriefingDesk, PORT, readyDesk, sentence } from './briefing-desk.fixture'

describe('briefings in the casebook', () => {
  it('come back as they were saved, with the state and label of their citations', async () => {
    const { handlers } = readyDesk()
    const input = briefingInput()
    const { id, revision } = await handlers['briefing.save'](input, context())
    const briefing = BriefingSchema.parse(await handlers['briefing.get']({ id }, context()))
    expect(revision).toBe(1)
    expect(briefing).toMatchObject({ title: input.title, marking: 'TLP:AMBER', author: 'K. Amsel', revision: 1 })
    const [first] = briefing.sections[0]?.sentences ?? []
    expect(first?.citations[0]).toMatchObject({ state: 'exact', label: 'LPS 1', date: '2019-03-12' })
    const rows = await handlers['briefing.list'](null, context())
    expect(BriefingRowSchema.array().parse(rows)).toMatchObject([{ id, sentences: 4, citations: 3, revision: 1 }])
  })

  it('keep a stale text as a conflict copy and say so; the same text again is no conflict', async () => {
    const { handlers } = readyDesk()
    const { id } = await handlers['briefing.save'](briefingInput(), context())
    const second = briefingInput({ id, expectedRevision: 1, title: 'Second' })
    expect(await handlers['briefing.save'](second, context())).toMatchObject({ revision: 2 })
    expect(await handlers['briefing.save'](second, context())).toMatchObject({ revision: 2 })
    const stale = briefingInput({ id, expectedRevision: 1, title: 'Written elsewhere' })
    await expect(handlers['briefing.save'](stale, context())).rejects.toMatchObject({ code: 'stale' })
    const titles = (await handlers['briefing.list'](null, context())).map(({ title }) => title)
    expect(titles.sort()).toEqual(['Second', 'Written elsewhere (conflict copy)'])
  })

  it('leave the list when removed, keep every revision, and are not_found afterwards', async () => {
    const { handlers, store } = readyDesk()
    const { id } = await handlers['briefing.save'](briefingInput(), context())
    await handlers['briefing.remove']({ id }, context())
    expect(await handlers['briefing.list'](null, context())).toEqual([])
    expect(briefingHead(store.casebook, id)).toMatchObject({ removed: true, title: 'Marenza port fire' })
    await expect(handlers['briefing.get']({ id }, context())).rejects.toMatchObject({ code: 'not_found' })
    await expect(handlers['briefing.remove']({ id: 'no-such-one' }, context())).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(store.journal.read().briefings).toMatchObject([{ id, removedAt: expect.any(String) as unknown }])
  })

  it('survive the loss of the database and its backups, removed ones as removed', async () => {
    const { handlers, store, directory } = readyDesk()
    const kept = await handlers['briefing.save'](briefingInput({ title: 'Kept −-->' }), context())
    await handlers['briefing.save'](
      briefingInput({ id: kept.id, expectedRevision: 1, title: 'Kept, changed' }),
      context(),
    )
    const gone = await handlers['briefing.save'](briefingInput({ title: 'Gone' }), context())
    await handlers['briefing.remove']({ id: gone.id }, context())
    store.close()
    for (const lost of ['casebook.sqlite', 'casebook.sqlite-wal', 'backups']) {
      rmSync(join(directory, lost), { recursive: true, force: true })
    }
    const again = openCasebookStore({ directory })
    expect(briefingHead(again.casebook, kept.id)).toMatchObject({ title: 'Kept, changed', revision: 2, removed: false })
    expect(briefingHead(again.casebook, gone.id)).toMatchObject({ removed: true })
    again.close()
  })

  it('have a journal a person can read', async () => {
    const { handlers, directory } = readyDesk()
    const { id } = await handlers['briefing.save'](briefingInput(), context())
    const file = readFileSync(join(directory, 'journal', `briefing-${id}.md`), 'utf8')
    expect(file).toContain('## Key points\n\n- *fact* On 12 March dust ignited')
    expect(file).toContain('lps/port.txt')
  })

  it('store broken surrogates under the hash they were given', async () => {
    const { handlers } = readyDesk()
    const odd = briefingInput({
      title: 'lone \ud83d',
      sections: [{ id: 'section-1', heading: '\udc00', sentences: [sentence('gap', 'NUL \u0000 and \ud83d')] }],
    })
    const { id } = await handlers['briefing.save'](odd, context())
    expect(await handlers['briefing.get']({ id }, context())).toMatchObject({ title: 'lone \ufffd' })
  })
})

describe('briefing.fromNotes', () => {
  it('makes a section of each note in the order given, sentences with their citations and a guessed type', async () => {
    const { handlers, notes } = readyDesk()
    const anchor = anchorAt(PORT, 'lps/port.txt', 'Seven people died')
    const citations = [{ id: 'cite-0001', anchor }]
    const first = notes['note.save'](
      noteInput({ title: 'Casualties', body: bodyOf('Seven dead{{cite-0001}}. It may rise.'), citations }),
    )
    const second = notes['note.save'](noteInput({ title: 'Port', body: bodyOf('Ask again.') }))
    const head = { title: 'Fire', marking: '', author: 'K. Amsel' }
    const { id } = await handlers['briefing.fromNotes']({ noteIds: [second.id, first.id], ...head }, context())
    const { sections } = await handlers['briefing.get']({ id }, context())
    expect(sections.map(({ heading }) => heading)).toEqual(['Port', 'Casualties'])
    expect(sections[1]?.sentences.map(({ type, text, citations: cited }) => [type, text, cited.length])).toEqual([
      ['fact', 'Seven dead.', 1],
      ['judgement', 'It may rise.', 0],
    ])
    expect(sections[1]?.sentences[0]?.citations[0]).toMatchObject({ anchor, state: 'exact' })
  })

  it('says when a note is gone', async () => {
    const { handlers } = openBriefingDesk({ directory: temporaryFolder() })
    const input = { noteIds: ['no-such-note'], title: 'x', marking: '', author: '' }
    await expect(handlers['briefing.fromNotes'](input, context())).rejects.toMatchObject({ code: 'not_found' })
  })
})
