import { useEventListener, useThrottleFn } from '@vueuse/core'
import { nextTick, type Ref, ref } from 'vue'
import type { Range } from '@domain/text/span'
import { domRange } from './selection'
import { paragraphBelow } from './stretches'

/** Room kept above and below a passage that is in view already. */
const MARGIN = 40
/** Frames after which a passage stands where it was put: those in which nothing moved, and all that are waited for. */
const STILL = 4
const MOST_FRAMES = 40

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

/** Scrolling a pane by offsets of its text: to a passage, to where it was left, and saying where it stands. */
export function usePaneScroll(
  scroller: Ref<HTMLElement | null>,
  root: Ref<HTMLElement | null>,
  leaveAt: (offset: number) => void,
) {
  /** What flashes: the passage gone to last. */
  const flash = ref<Range | null>(null)

  let moves = 0
  // Whoever scrolls by hand is not held.
  useEventListener(scroller, ['wheel', 'pointerdown', 'keydown'], () => (moves += 1), { passive: true })

  /** How far below the pane's top a passage stands, pixels. */
  function boxIn(range: Range) {
    const box = root.value && domRange(root.value, range)?.getBoundingClientRect()
    const frame = scroller.value?.getBoundingClientRect()
    return box && frame ? { top: box.top - frame.top, bottom: box.bottom - frame.top, room: frame.height } : null
  }

  /** Puts a passage at `top`, and in a long text again while paragraphs around it get the height they have. */
  async function put(range: Range, top: number): Promise<void> {
    const mine = (moves += 1)
    const lazy = root.value?.querySelector('.stretch.lazy') !== null
    for (let [frame, still] = [0, 0]; frame < MOST_FRAMES && still < STILL; frame++) {
      const box = boxIn(range)
      if (!box || !scroller.value || mine !== moves) return
      const before = scroller.value.scrollTop
      if (Math.abs(box.top - top) >= 1) scroller.value.scrollTop += box.top - top
      still = scroller.value.scrollTop === before ? still + 1 : 0
      if (!lazy) return
      await nextFrame()
    }
  }

  function reveal(range: Range): boolean {
    const box = boxIn(range)
    if (!box) return false
    const inView = box.top > MARGIN && box.bottom < box.room - MARGIN
    void put(range, inView ? box.top : box.room / 3)
    return true
  }

  async function goTo({ start, end }: Range): Promise<void> {
    flash.value = null
    await nextTick()
    if (reveal({ start, end })) flash.value = { start, end }
  }

  /** Puts the paragraph with `offset` at the top. */
  const backTo = (offset: number) => void put({ start: offset, end: offset + 1 }, 8)

  /** The position is the first paragraph in view: it holds at any width and type size. */
  const keepPosition = useThrottleFn(
    () => {
      const top = scroller.value?.getBoundingClientRect().top ?? 0
      const first = root.value && scroller.value?.scrollTop !== 0 ? paragraphBelow(root.value, top + 8) : null
      leaveAt(Number(first?.querySelector('[data-start]')?.getAttribute('data-start') ?? 0))
    },
    250,
    true,
  )

  return { flash, reveal, goTo, backTo, keepPosition }
}
