import { useEventListener } from '@vueuse/core'
import { type Ref, ref, shallowRef } from 'vue'
import { usePassage } from './passage-store'
import { domRange, selectedRange } from './selection'

const typing = () => Boolean(document.activeElement?.closest('input, textarea, [contenteditable="true"]'))

/**
 * Follows what is selected in a pane's text: keeps its offsets in the store and says where the toolbar stands (window pixels).
 * While the pane scrolls there is none; it comes back when the pane stands still and the words are in view.
 */
export function usePassageBar(
  scroller: Ref<HTMLElement | null>,
  root: Ref<HTMLElement | null>,
  articleId: () => string,
) {
  const store = usePassage()
  const place = shallowRef<{ top: number; left: number } | null>(null)
  /** Whether the window itself shows the words as selected; where it does not, a mark has to. */
  const selected = ref(false)
  let pressed = false

  function look(): void {
    const range = root.value ? selectedRange(root.value, window.getSelection()) : null
    selected.value = range !== null
    if (!range || !root.value) {
      place.value = null
      // Words stay chosen while a note is being typed, so that they can be cited there; anywhere else they are let go.
      if (store.passage?.articleId === articleId() && !typing()) store.passage = null
      return
    }
    store.passage = { articleId: articleId(), ...range }
    const boxes = domRange(root.value, range)?.getClientRects()
    const box = boxes?.[0]
    const frame = scroller.value?.getBoundingClientRect()
    if (!box || !frame) return
    if (box.bottom < frame.top || box.top > frame.bottom) {
      place.value = null
      return
    }
    const half = 175
    const left = Math.min(window.innerWidth - half, Math.max(half, box.left + Math.min(box.width, 240) / 2))
    place.value = { top: Math.max(84, box.top - 6), left }
  }

  /** Selects the words again after marks changed: the window's selection goes with the text nodes that were cut anew. */
  function selectAgain(): void {
    const { passage } = store
    if (!selected.value || pressed || !root.value || passage?.articleId !== articleId()) return
    const now = selectedRange(root.value, window.getSelection())
    const range = domRange(root.value, passage)
    if (!range || (now?.start === passage.start && now.end === passage.end)) return
    window
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  }

  // While the pointer is down the toolbar would be in the way.
  useEventListener(root, 'pointerdown', () => {
    pressed = true
    place.value = null
    store.passage = null
  })
  useEventListener(window, 'pointerup', () => {
    if (!pressed) return
    pressed = false
    look()
  })
  useEventListener(document, 'selectionchange', () => {
    if (!pressed) look()
  })
  useEventListener(scroller, 'scrollend', () => {
    if (!pressed && store.passage?.articleId === articleId()) look()
  })
  return { place, selected, selectAgain, hide: () => (place.value = null) }
}
