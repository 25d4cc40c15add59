import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NoteSchema, HighlightSchema, NoteRowSchema } from '../../contract/casebook'
import { databaseOf } from '../../sql/connection'
import { anchorIn, bodyOf, noteInput, openDesk, temporaryFolder, type Desk } from './casebook.fixture'

const STORY = 'MARENZA (LPS) - A fire killed seven people. Berths were closed. Grain will leave by Friday.'

function desk(): Desk & { directory: string } {
  const directory = temporaryFolder()
  return { ...openDesk({ directory }), directory }
}

describe('notes', () => {
  it('come back as they were saved, with the state and label of their citations', () => {
    const { handlers, articles, changed } = desk()
    const article = articles.put('a.txt', STORY)
    const anchor = anchorIn(article, 'killed seven people')
    const body = bodyOf('Seven dead {{cite-0001}} by noon.', 'Ask again.')
    const saved = handlers['note.save'](noteInput({ body, citations: [{ id: 'cite-0001', anchor }] }))
    const note = NoteSchema.parse(handlers['note.get']({ id: saved.id }))
    expect(note).toMatchObject({
      title: 'Casualties',
      revision: 1,
      unsettled: 0,
      preview: 'Seven dead by noon. Ask again.',
    })
    expect(note.body).toEqual(body)
    expect(note.rests).toEqual([
      { id: 'cite-0001', anchor, state: 'exact', label: 'LPS 1', date: '2019-03-12', grade: null },
    ])
    expect(changed).toEqual([saved.id])
  })

  it('count unsettled citations after their file changed or vanished, and keep the old words', () => {
    const { handlers, articles } = desk()
    const article = articles.put('a.txt', STORY)
    const citations = [
      { id: 'cite-0001', anchor: anchorIn(article, 'killed seven people') },
      { id: 'cite-0002', anchor: anchorIn(article, 'Grain will leave by Friday.') },
    ]
    const { id } = handlers['note.save'](noteInput({ citations }))
    articles.put('a.txt', `UPDATE. ${STORY.replace(' Grain will leave by Friday.', '')}`)
    expect(handlers['note.get']({ id }).rests.map(({ state }) => state)).toEqual(['moved', 'lost'])
    expect(handlers['note.list']({ articleId: null })[0]).toMatchObject({ citations: 2, unsettled: 2 })
    articles.remove('a.txt')
    expect(handlers['note.get']({ id }).rests[1]).toMatchObject({
      state: 'lost',
      anchor: citations[1]?.anchor,
      label: 'a',
    })
  })

  it('are listed pinned first, and by the article they cite, also after it changed', () => {
    const { handlers, articles } = desk()
    const first = articles.put('a.txt', STORY)
    const plain = handlers['note.save'](noteInput({ title: 'plain' }))
    const citing = handlers['note.save'](
      noteInput({ title: 'citing', pinned: true, citations: [{ id: 'cite-0001', anchor: anchorIn(first, 'seven') }] }),
    )
    expect(handlers['note.list']({ articleId: null }).map(({ id }) => id)).toEqual([citing.id, plain.id])
    const changed = articles.put('a.txt', `${STORY} More.`)
    const rows = handlers['note.list']({ articleId: changed.id })
    expect(rows.map((row) => NoteRowSchema.parse(row).id)).toEqual([citing.id])
  })

  it('keep a stale text as a conflict copy and say so', () => {
    const { handlers } = desk()
    const { id } = handlers['note.save'](noteInput({ title: 'one' }))
    handlers['note.save'](noteInput({ id, expectedRevision: 1, title: 'two' }))
    const stale = noteInput({ id, expectedRevision: 1, title: 'other', body: bodyOf('typed in the other pane') })
    expect(() => handlers['note.save'](stale)).toThrow(expect.objectContaining({ code: 'stale' }))
    const rows = handlers['note.list']({ articleId: null })
    expect(rows.map(({ title, preview }) => [title, preview])).toContainEqual([
      'other (conflict copy)',
      'typed in the other pane',
    ])
    expect(handlers['note.get']({ id }).title).toBe('two')
  })

  it('take the same text again as the same revision, so that a repeated save is no conflict', () => {
    const { handlers } = desk()
    const { id } = handlers['note.save'](noteInput({ title: 'one' }))
    const again = noteInput({ id, expectedRevision: 1, title: 'two' })
    expect(handlers['note.save'](again).revision).toBe(2)
    expect(handlers['note.save'](again).revision).toBe(2)
  })

  it('survive being emptied, removed and restored; every revision can be read', () => {
    const { handlers, store } = desk()
    const long = bodyOf('word '.repeat(60))
    const { id } = handlers['note.save'](noteInput({ body: long }))
    handlers['note.save'](noteInput({ id, expectedRevision: 1, title: '', body: bodyOf('') }))
    handlers['note.remove']({ id })
    expect(handlers['note.list']({ articleId: null })).toEqual([])
    expect(handlers['note.bin'](null).map((row) => row.id)).toEqual([id])
    expect(handlers['note.revisions']({ id }).map(({ revision }) => revision)).toEqual([2, 1])
    expect(handlers['note.restore']({ id, revision: 1 }).revision).toBe(3)
    expect(handlers['note.get']({ id }).body).toEqual(long)
    expect(handlers['note.bin'](null)).toEqual([])
    expect(handlers['note.revision']({ id, revision: 1 }).body).toEqual(long)
    expect(store.journal.read().notes).toMatchObject([{ id, revision: 3, removedAt: null }])
  })

  it('store broken surrogates, NUL and a thousand odd characters under the hash they were given', () => {
    const { handlers, store } = desk()
    const odd = `lone \ud83d here, NUL \u0000, −-->, \u202e${'🔥𠮷é'.repeat(1000)}`
    const { id } = handlers['note.save'](noteInput({ title: odd.slice(0, 30), body: bodyOf(odd, '{{cite-0001}}') }))
    const body = JSON.stringify(handlers['note.get']({ id }).body)
    expect(body).toContain('lone \ufffd here, NUL \\u0000, −-->')
    expect(store.journal.read()).toMatchObject({ notes: [{ id }], unreadable: [] })
  })

  it('have a journal a person can read', () => {
    const { handlers, articles, directory } = desk()
    const anchor = anchorIn(articles.put('a.txt', STORY), 'killed seven people')
    const body = bodyOf('Seven dead {{cite-0001}}.')
    const { id } = handlers['note.save'](noteInput({ body, citations: [{ id: 'cite-0001', anchor }] }))
    const file = readFileSync(join(directory, 'journal', `note-${id}.md`), 'utf8')
    expect(file).toContain('# Casualties\n\nSeven dead [^1].\n\n[^1]: “killed seven people” — a.txt, 23–42')
  })

  it('answer what does not exist with not_found', () => {
    const { handlers } = desk()
    for (const ask of [
      () => handlers['note.get']({ id: 'no-such-note' }),
      () => handlers['note.remove']({ id: 'no-such-note' }),
      () => handlers['note.restore']({ id: 'no-such-note', revision: null }),
      () =>
        handlers['highlight.create']({
          anchor: anchorIn(desk().articles.put('a', STORY), 'fire'),
          noteId: 'no-such-note',
        }),
    ]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'not_found' }))
    }
  })
})

describe('texts of cited articles', () => {
  it('are kept with the first citation and stay readable when the file is gone, surrogates and all', () => {
    const { handlers, articles } = desk()
    const text = `${STORY} 🔥 and half a pair \ud83d.`
    const article = articles.put('a.txt', text, { title: 'Port fire' })
    expect(handlers['source.kept']({ id: article.id })).toBeNull()
    const citations = [{ id: 'cite-0001', anchor: anchorIn(article, 'killed seven people') }]
    handlers['note.save'](noteInput({ citations }))
    articles.remove('a.txt')
    const kept = handlers['source.kept']({ id: article.id })
    expect(kept).toMatchObject({
      path: 'a.txt',
      title: 'Port fire',
      agency: 'Liranian Press Service',
      date: '2019-03-12',
    })
    expect(kept?.text).toBe(text.replace('\ud83d.', '\ufffd.'))
  })

  it('are caught up for notes that were written before texts were kept, as soon as their file is there', () => {
    const { handlers, articles } = desk()
    const anchor = anchorIn(articles.put('a.txt', STORY), 'seven')
    articles.remove('a.txt')
    handlers['highlight.create']({ anchor, noteId: null })
    expect(handlers['source.kept']({ id: anchor.articleId })).toBeNull()
    articles.put('b.txt', STORY)
    handlers['note.save'](noteInput({}))
    expect(handlers['source.kept']({ id: anchor.articleId })?.text).toBe(STORY)
  })

  it('are not given out when their bytes are damaged', () => {
    const { handlers, articles, store } = desk()
    const article = articles.put('a.txt', STORY)
    handlers['highlight.create']({ anchor: anchorIn(article, 'seven'), noteId: null })
    const database = databaseOf(store.casebook)
    database.exec('DROP TRIGGER source_text_is_history')
    database.prepare("UPDATE source_text SET text = x'00'").run()
    expect(handlers['source.kept']({ id: article.id })).toBeNull()
  })
})

describe('highlights, anchors and view state', () => {
  it('are kept, resolved against the file as it is, removed and restored under the same id', () => {
    const { handlers, articles, store } = desk()
    const article = articles.put('a.txt', STORY)
    const anchor = anchorIn(article, 'Berths were closed.')
    const made = HighlightSchema.parse(handlers['highlight.create']({ anchor, noteId: null }))
    expect(made).toMatchObject({ anchor, state: 'exact', noteId: null })
    const changed = articles.put('a.txt', `UPDATE. ${STORY}`)
    expect(handlers['highlight.list']({ id: changed.id })).toMatchObject([{ id: made.id, state: 'moved' }])
    expect(handlers['anchor.resolve']({ anchor })).toEqual({
      state: 'moved',
      articleId: changed.id,
      start: anchor.start + 8,
      end: anchor.end + 8,
    })
    handlers['highlight.remove']({ id: made.id })
    expect(handlers['highlight.list']({ id: changed.id })).toEqual([])
    handlers['highlight.restore']({ id: made.id })
    expect(handlers['highlight.list']({ id: changed.id })).toMatchObject([{ id: made.id, state: 'moved' }])
    expect(store.journal.read().log.map(({ kind }) => kind)).toEqual([
      'highlight',
      'highlight-removed',
      'highlight-restored',
    ])
  })

  it('remember view state', () => {
    const { handlers } = desk()
    expect(handlers['state.get']({ key: 'panes' })).toBeNull()
    handlers['state.set']({ key: 'panes', value: '[1,2]' })
    handlers['state.set']({ key: 'panes', value: '[2]' })
    expect(handlers['state.get']({ key: 'panes' })).toBe('[2]')
  })
})
