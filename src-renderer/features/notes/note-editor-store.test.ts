// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { asBody, bodyText, emptyBody } from './note-body'
import { useNoteEditor } from './note-editor-store'

const typed = (words: string) =>
  asBody({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })

describe('the note editor', () => {
  let bridge: FakeBridge
  beforeEach(() => {
    vi.useFakeTimers()
    bridge = withFake().bridge
  })
  afterEach(() => void vi.useRealTimers())

  const anchor = () => {
    const view = bridge.views[0]
    if (!view) throw new Error('no article')
    return {
      articleId: view.id,
      path: view.path,
      start: 0,
      end: 4,
      exact: view.text.slice(0, 4),
      prefix: '',
      suffix: '',
    }
  }

  it('says saved only after the acknowledgement', async () => {
    const editor = useNoteEditor()
    await editor.create(null)
    const release = bridge.hold('note.save')
    editor.edited(typed('Seven or 17?'))
    await vi.advanceTimersByTimeAsync(400)
    expect([editor.phase, editor.savedAt]).toEqual(['saving', null])
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(editor.phase).toBe('clean')
    expect(editor.savedAt).not.toBeNull()
    expect(bodyText(asBody(bridge.casebook.note(editor.id ?? '').body))).toBe('Seven or 17?\n')
  })

  it('keeps the text and says why when saving fails, and saves it when the engine is back', async () => {
    await useWorkspace().start()
    const editor = useNoteEditor()
    await editor.create(null)
    bridge.failNext('note.save', 'disk_full', 'The disk is full.')
    editor.edited(typed('Do not lose me'))
    await vi.advanceTimersByTimeAsync(400)
    expect([editor.phase, editor.fault?.code]).toEqual(['failed', 'disk_full'])
    expect(bodyText(editor.body)).toBe('Do not lose me\n')
    bridge.emit('engine.state', { state: 'restarting', message: null })
    bridge.emit('engine.state', { state: 'up', message: null })
    await vi.advanceTimersByTimeAsync(0)
    expect(editor.phase).toBe('clean')
    expect(editor.id).not.toBeNull()
  })

  it('keeps the note open over a new engine, which knows of no folder until it is opened again', async () => {
    const workspace = useWorkspace()
    await workspace.start()
    const folder = workspace.info?.folder
    const editor = useNoteEditor()
    await editor.create(null)
    bridge.emit('engine.state', { state: 'restarting', message: null })
    bridge.workspace = null
    editor.edited(typed('Typed while it was away'))
    bridge.failNext('note.save', 'engine_down', 'The engine is not there.')
    await vi.advanceTimersByTimeAsync(400)
    const release = bridge.hold('workspace.open')
    bridge.emit('engine.state', { state: 'up', message: null })
    await vi.advanceTimersByTimeAsync(0)
    // Nothing can be saved before the folder is open: the banner stays, and nothing is tried in vain.
    expect([workspace.engine.state, editor.phase]).toEqual(['restarting', 'failed'])
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect([workspace.engine.state, workspace.info?.folder]).toEqual(['up', folder])
    expect([editor.isOpen, editor.phase]).toEqual([true, 'clean'])
    expect(bodyText(asBody(bridge.casebook.note(editor.id ?? '').body))).toBe('Typed while it was away\n')
  })

  it('does not leave a note that cannot be saved', async () => {
    const editor = useNoteEditor()
    await editor.create(null)
    editor.edited(typed('First'))
    await editor.flush()
    const first = editor.id
    editor.edited(typed('First, longer'))
    bridge.failNext('note.save', 'engine_down')
    await editor.create(null)
    expect(editor.id).toBe(first)
    expect(bodyText(editor.body)).toBe('First, longer\n')
  })

  it('shows the other version and keeps every word after a conflict', async () => {
    const editor = useNoteEditor()
    await editor.create(null)
    editor.edited(typed('Mine'))
    await editor.flush()
    const id = editor.id ?? ''
    bridge.casebook.save({ id, expectedRevision: 1, title: 'Theirs', body: typed('Theirs'), citations: [] })
    editor.edited(typed('Mine, longer'))
    await editor.flush()
    expect(editor.notice).toMatch(/conflict copy/u)
    expect(editor.title).toBe('Theirs')
    const previews = bridge.casebook.rows(null).map((row) => row.preview)
    expect(previews).toContain('Mine, longer')
    expect(previews).toContain('Theirs')
  })

  it('makes a note of a passage: cited, saved, highlighted', async () => {
    const editor = useNoteEditor()
    await editor.create(anchor())
    expect(editor.rests.map((rest) => rest.anchor.exact)).toEqual([anchor().exact])
    expect(bridge.casebook.note(editor.id ?? '').citations).toBe(1)
    expect([...bridge.casebook.highlights.values()].map((highlight) => highlight.noteId)).toEqual([editor.id])
  })

  it('cites in the open note also while its editor is not on screen', async () => {
    const editor = useNoteEditor()
    await editor.create(null)
    editor.edited(typed('Before'))
    await editor.cite(anchor())
    expect(bodyText(editor.body)).toBe('Before \n')
    expect(bridge.casebook.note(editor.id ?? '').citations).toBe(1)
  })

  it('saves before another note is shown', async () => {
    const other = bridge.casebook.save({
      id: null,
      expectedRevision: 0,
      title: 'Other',
      body: emptyBody(),
      citations: [],
    })
    const editor = useNoteEditor()
    await editor.create(null)
    editor.edited(typed('Half a sen'))
    await editor.open(other.id)
    expect(editor.title).toBe('Other')
    expect(bridge.casebook.rows(null).map((row) => row.preview)).toContain('Half a sen')
  })
})
