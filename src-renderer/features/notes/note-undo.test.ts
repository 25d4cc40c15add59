// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useHighlights } from '@/features/highlights/highlights-store'
import { useUndo } from '@/features/undo/undo-store'
import { asBody } from './note-body'
import { useNoteEditor } from './note-editor-store'
import { useNoteList } from './note-list-store'

const typed = (words: string) =>
  asBody({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })

describe('undo and redo across the session', () => {
  let bridge: FakeBridge
  beforeEach(() => {
    vi.useFakeTimers()
    bridge = withFake().bridge
  })
  afterEach(() => void vi.useRealTimers())

  const anchor = () => {
    const view = bridge.views[0]
    if (!view) throw new Error('no article')
    const exact = view.text.slice(0, 4)
    return { articleId: view.id, path: view.path, start: 0, end: 4, exact, prefix: '', suffix: '' }
  }
  async function write(words: string): Promise<void> {
    useNoteEditor().edited(typed(words))
    await useNoteEditor().flush()
  }

  it('takes typing in one note back as one change, tags and all, and does it again', async () => {
    const editor = useNoteEditor()
    const undos = useUndo()
    await editor.create(null)
    await write('one')
    await editor.close()
    const id = bridge.casebook.rows(null)[0]?.id ?? ''
    await editor.open(id)
    undos.did({ label: 'another', undo: () => Promise.resolve(), redo: () => Promise.resolve() })
    editor.retag(['#port'])
    await write('one two')
    await write('one two three')
    expect(undos.done.map(({ label }) => label)).toEqual([
      'New note “Untitled note”',
      'another',
      'Note “Untitled note” edited',
    ])
    await undos.undo()
    expect(bridge.casebook.note(id)).toMatchObject({ preview: 'one', tags: [] })
    expect(editor.tags).toEqual([])
    await undos.redo()
    expect(bridge.casebook.note(id)).toMatchObject({ preview: 'one two three', tags: ['port'] })
    await undos.undo()
    await undos.undo()
    await undos.undo()
    expect(bridge.casebook.rows(null)).toEqual([])
    expect(bridge.casebook.rows(null, true).map((row) => row.id)).toEqual([id])
  })

  it('brings a deleted note and a removed highlight back, and takes them away again', async () => {
    const editor = useNoteEditor()
    const undos = useUndo()
    await editor.create(null)
    await write('keep me')
    const id = editor.id ?? ''
    const highlight = await useHighlights().create(anchor())
    if (!highlight) throw new Error('not made')
    await useHighlights().remove(highlight)
    await useNoteList().remove(id, 'keep')
    const state = () => [bridge.casebook.rows(null).length, bridge.casebook.highlights.size]
    expect(state()).toEqual([0, 0])
    await undos.undo()
    expect(state()).toEqual([1, 0])
    await undos.undo()
    expect(state()).toEqual([1, 1])
    await undos.undo()
    expect(state()).toEqual([1, 0])
    await undos.redo()
    await undos.redo()
    await undos.redo()
    expect(state()).toEqual([0, 0])
  })
})
