import { useBridge } from '@/bridge/bridge'
import type { Anchor, KeptText } from '@contract/casebook'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'

/** Goes from a citation to its words, wherever they stand today. */
export const useOpenPassage = defineStore('open-passage', () => {
  const bridge = useBridge()
  const panes = usePanes()
  const layout = useLayout()
  const toasts = useToasts()

  /** Shown when the words are in no file any more: the text as the casebook kept it. */
  const kept = shallowRef<KeptText | null>(null)
  const keptAnchor = shallowRef<Anchor | null>(null)

  async function open(anchor: Anchor): Promise<void> {
    try {
      const { articleId, start, end, state } = await bridge.call('anchor.resolve', { anchor })
      if (articleId === null || start === null || end === null) {
        if (articleId !== null) await panes.open(articleId, { beside: true })
        keptAnchor.value = anchor
        kept.value = await bridge.call('source.kept', { id: anchor.articleId })
        if (kept.value) return
        toasts.show(`These words are not in the folder any more. They were: “${anchor.exact.slice(0, 140)}”`, {
          tone: 'problem',
        })
        return
      }
      if (!layout.reads) layout.show('library')
      layout.sideDrawer = false
      await panes.open(articleId, { beside: true, at: { start, end } })
      if (state === 'moved') toasts.show('The file was changed since; the words stand elsewhere in it now.')
      if (state === 'ambiguous') toasts.show('The words stand in several places now; this is the likeliest.')
    } catch (error) {
      toasts.problem(error)
    }
  }

  const closeKept = () => (kept.value = null)

  return { open, kept, keptAnchor, closeKept }
})
