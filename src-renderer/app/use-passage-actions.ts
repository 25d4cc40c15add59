import { useBridge } from '@/bridge/bridge'
import { useCodes } from '@/features/codes/codes-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useHighlights } from '@/features/highlights/highlights-store'
import { useLayout } from '@/features/layout/layout-store'
import { useNoteEditor } from '@/features/notes/note-editor-store'
import { useArticles } from '@/features/reader/articles-store'
import { usePassage } from '@/features/reader/passage-store'
import { longDate } from '@/ui/format-date'

/** What can be done with the selected words. */
export function usePassageActions() {
  const bridge = useBridge()
  const passages = usePassage()
  const highlights = useHighlights()
  const articles = useArticles()
  const editor = useNoteEditor()
  const layout = useLayout()
  const toasts = useToasts()
  const codes = useCodes()

  function clear(): void {
    passages.passage = null
    window.getSelection()?.removeAllRanges()
  }

  async function highlight(): Promise<void> {
    const anchor = passages.anchor()
    if (!anchor) return
    clear()
    const present = highlights.plainAt(anchor)
    if (present) await highlights.remove(present)
    else await highlights.create(anchor)
  }

  async function note(): Promise<void> {
    const anchor = passages.anchor()
    layout.showTab('notes')
    layout.makeRoomToWrite()
    clear()
    await editor.create(anchor)
  }

  async function cite(): Promise<void> {
    const anchor = passages.anchor()
    if (!anchor) return
    layout.showTab('notes')
    layout.makeRoomToWrite()
    clear()
    await editor.cite(anchor)
  }

  /** Asks under which code the passage stands; `again` puts it under the one used last. */
  async function code(again = false): Promise<void> {
    const anchor = passages.anchor()
    if (!anchor) return
    clear()
    if (again && codes.lastUsed !== null) await codes.assign(codes.lastUsed, anchor)
    else codes.asking = anchor
  }

  /** The exact words, then where they stand. */
  async function copyWithSource(): Promise<void> {
    const anchor = passages.anchor()
    const view = anchor && articles.viewOf(anchor.articleId)
    if (!anchor || !view) return
    const source = [view.agency, view.title, longDate(view.date), view.path].filter(Boolean).join(', ')
    try {
      await bridge.call('app.copyText', { text: `“${anchor.exact}”\n${source}\nsha256 ${view.id}` })
      toasts.show('Copied with its source.')
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { highlight, note, cite, code, copyWithSource }
}
