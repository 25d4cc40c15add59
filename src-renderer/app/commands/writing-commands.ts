import { useBriefingList } from '@/features/briefings/briefing-list-store'
import type { Command } from '@/features/commands/commands-store'
import { useExchange } from '@/features/exchange/exchange-store'
import { useEncoding } from '@/features/encoding/encoding-store'
import { useGrades } from '@/features/grades/grades-store'
import { usePanes } from '@/features/reader/panes-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { useNoteEditor } from '@/features/notes/note-editor-store'
import { useUndo } from '@/features/undo/undo-store'
import { usePassage } from '@/features/reader/passage-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { usePassageActions } from '../use-passage-actions'

/** What the analyst makes: highlights, notes, briefings. */
export function writingCommands(): Command[] {
  const workspace = useWorkspace()
  const layout = useLayout()
  const editor = useNoteEditor()
  const briefings = useBriefingList()
  const passages = usePassage()
  const toasts = useToasts()
  const exchange = useExchange()
  const grades = useGrades()
  const encodings = useEncoding()
  const panes = usePanes()
  const undos = useUndo()
  const actions = usePassageActions()
  const group = 'Write'
  const when = () => workspace.info !== null
  const reads = () => panes.focused !== null
  const encoding = () => panes.focused && encodings.show(panes.focused.articleId)
  const grade = () => panes.focused && grades.show(panes.focused.articleId)
  const chosen = () => passages.passage !== null

  const undo = () => toasts.undoUnlisted() || undos.undo()
  function newNote(): Promise<void> {
    layout.showTab('notes')
    layout.makeRoomToWrite()
    return editor.create(null)
  }
  return [
    { id: 'highlight', group, title: 'Highlight', keys: ['H'], when: chosen, run: actions.highlight },
    { id: 'note', group, title: 'Note on the passage', keys: ['N'], when, run: actions.note },
    { id: 'cite', group, title: 'Cite in current note', keys: ['Ctrl+Shift+C'], when: chosen, run: actions.cite },
    { id: 'code', group, title: 'Code the passage…', keys: ['K'], when: chosen, run: () => actions.code() },
    {
      id: 'code-again',
      group,
      title: 'Code the passage as the last one',
      keys: ['Shift+K'],
      when: chosen,
      run: () => actions.code(true),
    },
    { id: 'copy', group, title: 'Copy with source', keys: ['Alt+C'], when: chosen, run: actions.copyWithSource },
    { id: 'undo', group, title: 'Undo', keys: ['Ctrl+Z'], whileTyping: false, run: undo },
    { id: 'redo', group, title: 'Redo', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], whileTyping: false, run: () => undos.redo() },
    // Everything: what is being written, and which panes stand open.
    { id: 'save', group, title: 'Save everything now', keys: ['Ctrl+S'], when, run: workspace.saveAll },
    { id: 'new-note', group, title: 'New note', keys: ['Ctrl+N'], when, run: newNote },
    {
      id: 'new-briefing',
      group,
      title: 'New briefing from notes',
      keys: ['Ctrl+B'],
      whileTyping: false,
      when,
      run: briefings.begin,
    },
    { id: 'encoding', group, title: 'Encoding of this article’s file…', when: reads, run: encoding },
    { id: 'grade', group, title: 'Grade the source of this article…', when: reads, run: grade },
    { id: 'export-casebook', group, title: 'Export the casebook…', when, run: exchange.begin },
    { id: 'import-casebook', group, title: 'Import into the casebook…', when, run: exchange.importFile },
    { id: 'verify', group, title: 'Verify a briefing…', when, run: briefings.verify },
  ]
}
