import { useEventListener } from '@vueuse/core'
import { computed, type Ref, watch } from 'vue'
import { useCompare, type Seam } from './compare-store'
import { levelOf, rising } from './scroll-map'
import type { useSeamPlaces } from './use-seam-places'

/** The line of a pane on which both texts are kept level, as a share of its height. */
const LEVEL_LINE = 1 / 3

/** While panes are locked, keeps the one text level with the other as it is scrolled, sentence by sentence. */
export function useLevelScroll(
  seam: Ref<Seam>,
  { left, right, placed, frames }: ReturnType<typeof useSeamPlaces>,
): void {
  const compare = useCompare()
  // Numbers of their own, so that scrolling alone makes no new levels.
  const fullLeft = computed(() => frames.value?.left.full ?? 0)
  const fullRight = computed(() => frames.value?.right.full ?? 0)
  const levels = computed(() => {
    const { pairs } = seam.value.compared ?? { pairs: [] }
    const points = placed.value.flatMap((pair) =>
      pair.left !== null && pair.right !== null && pairs[pair.index]?.relation !== 'moved'
        ? [{ left: pair.left, right: pair.right }]
        : [],
    )
    return rising([...points, { left: fullLeft.value, right: fullRight.value }])
  })

  /** Where a side was put by the other one: its scroll event is no wish of the reader's. */
  const put = new Map<HTMLElement, number>()
  function scrolled(from: 'left' | 'right'): void {
    const [mine, other] = from === 'left' ? [left.value, right.value] : [right.value, left.value]
    if (!mine || !other) return
    const expected = put.get(mine.scroller)
    put.delete(mine.scroller)
    if (
      !compare.locked ||
      compare.leaping ||
      (expected !== undefined && Math.abs(expected - mine.scroller.scrollTop) < 2)
    )
      return
    // Near the top the line stands higher, so that both texts begin together.
    const line = Math.min(mine.scroller.clientHeight * LEVEL_LINE, mine.scroller.scrollTop)
    const wanted = levelOf(levels.value, mine.scroller.scrollTop + line, from) - line
    const limit = other.scroller.scrollHeight - other.scroller.clientHeight
    const next = Math.round(Math.max(0, Math.min(limit, wanted)))
    if (Math.abs(next - other.scroller.scrollTop) < 1) return
    put.set(other.scroller, next)
    other.scroller.scrollTop = next
  }
  useEventListener(
    () => left.value?.scroller,
    'scroll',
    () => scrolled('left'),
    { passive: true },
  )
  useEventListener(
    () => right.value?.scroller,
    'scroll',
    () => scrolled('right'),
    { passive: true },
  )
  // Locked again, the right text comes level with the left one at once.
  watch(
    () => [compare.locked, levels.value] as const,
    ([locked]) => {
      if (locked && levels.value.length > 1) scrolled('left')
    },
  )
}
