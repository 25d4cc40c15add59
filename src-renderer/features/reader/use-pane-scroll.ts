import { useThrottleFn } from '@vueuse/core'
import { nextTick, type Ref, ref } from 'vue'
import type { Range } from '@domain/text/span'
import { domRange } from './selection'

/** Room kept above and below a passage that is in view already. */
const MARGIN = 40

/** Scrolling a pane by offsets of its text: to a passage, to where it was left, and saying where it stands. */
export function usePaneScroll(
  scroller: Ref<HTMLElement | null>,
  root: Ref<HTMLElement | null>,
  leaveAt: (offset: number) => void,
) {
  /** What flashes: the passage gone to last. */
  const flash = ref<Range | null>(null)

  function reveal(range: Range): boolean {
    const box = root.value && domRange(root.value, range)?.getBoundingClientRect()
    if (!box || !scroller.value) return false
    const frame = scroller.value.getBoundingClientRect()
    const inView = box.top > frame.top + MARGIN && box.bottom < frame.bottom - MARGIN
    if (!inView) scroller.value.scrollTop += box.top - frame.top - frame.height / 3
    return true
  }

  async function goTo({ start, end }: Range): Promise<void> {
    flash.value = null
    await nextTick()
    if (reveal({ start, end })) flash.value = { start, end }
  }

  /** Puts the paragraph with `offset` at the top. */
  function backTo(offset: number): void {
    const box = root.value && domRange(root.value, { start: offset, end: offset + 1 })?.getBoundingClientRect()
    if (box && scroller.value) scroller.value.scrollTop += box.top - scroller.value.getBoundingClientRect().top - 8
  }

  /** The position is the first paragraph in view: it holds at any width and type size. */
  const keepPosition = useThrottleFn(
    () => {
      const top = scroller.value?.getBoundingClientRect().top ?? 0
      const paragraphs = root.value?.querySelectorAll('.story > :is(p, h2)') ?? []
      let [low, high] = scroller.value?.scrollTop === 0 ? [0, 0] : [0, paragraphs.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((paragraphs[middle]?.getBoundingClientRect().bottom ?? Infinity) > top + 8) high = middle
        else low = middle + 1
      }
      const first = scroller.value?.scrollTop === 0 ? undefined : paragraphs[low]
      leaveAt(Number(first?.querySelector('[data-start]')?.getAttribute('data-start') ?? 0))
    },
    250,
    true,
  )

  return { flash, reveal, goTo, backTo, keepPosition }
}
