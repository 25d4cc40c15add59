import { useBridge } from '@/bridge/bridge'
import type { Anchor } from '@contract/casebook'
import { defineStore } from 'pinia'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'

/** Goes from a citation to its words, wherever they stand today. */
export const useOpenPassage = defineStore('open-passage', () => {
  const bridge = useBridge()
  const panes = usePanes()
  const layout = useLayout()
  const toasts = useToasts()

  async function open(anchor: Anchor): Promise<void> {
    try {
      const { articleId, start, end, state } = await bridge.call('anchor.resolve', { anchor })
      if (articleId === null || start === null || end === null) {
        const article = articleId ?? anchor.articleId
        toasts.show(`These words are not in the folder any more. They were: “${anchor.exact.slice(0, 140)}”`, {
          tone: 'problem',
        })
        if (articleId !== null) await panes.open(article, { beside: true })
        return
      }
      if (layout.view === 'briefings' || layout.view === 'attention') layout.show('library')
      layout.sideDrawer = false
      await panes.open(articleId, { beside: true, at: { start, end } })
      if (state === 'moved') toasts.show('The file was changed since; the words stand elsewhere in it now.')
      if (state === 'ambiguous') toasts.show('The words stand in several places now; this is the likeliest.')
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { open }
})
