import { useBridge } from '@/bridge/bridge'
import { useToasts } from '@/features/feedback/toast-store'
import { useHighlights } from '@/features/highlights/highlights-store'
import { useLayout } from '@/features/layout/layout-store'
import { useNoteEditor } from '@/features/notes/note-editor-store'
import { useArticles } from '@/features/reader/articles-store'
import { usePassage } from '@/features/reader/passage-store'

/** What can be done with the words selected in a pane; the toolbar, the keys and the menus all come here. */
export function usePassageActions() {
  const bridge = useBridge()
  const passage = usePassage()
  const articles = useArticles()
  const highlights = useHighlights()
  const layout = useLayout()
  const editor = useNoteEditor()
  const toasts = useToasts()

  function showNotes(): void {
    layout.showTab('notes')
    layout.makeRoomToWrite()
  }

  return {
    highlight(): void {
      const anchor = passage.anchor()
      if (anchor) void highlights.create(anchor)
    },
    /** Begins a note; on the selected passage where there is one. */
    note(): void {
      showNotes()
      void editor.create(passage.anchor())
    },
    cite(): void {
      const anchor = passage.anchor()
      if (!anchor) return
      showNotes()
      void editor.cite(anchor)
    },
    openNote(id: string): void {
      showNotes()
      void editor.open(id)
    },
    async copy(): Promise<void> {
      const anchor = passage.anchor()
      const view = anchor && articles.viewOf(anchor.articleId)
      if (!anchor || !view) return
      const source = [view.agency, view.place, view.date, view.path].filter(Boolean).join(', ')
      try {
        await bridge.call('app.copyText', { text: `“${anchor.exact}”\n${source}` })
        toasts.show('Copied with its source.')
      } catch (error) {
        toasts.problem(error)
      }
    },
  }
}
