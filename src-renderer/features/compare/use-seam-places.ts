import { useEventListener, useResizeObserver } from '@vueuse/core'
import { computed, nextTick, type Ref, shallowRef, watch } from 'vue'
import { usePaneElements } from '@/features/reader/pane-elements-store'
import { useReading } from '@/features/reader/reading-store'
import type { Seam } from './compare-store'
import { sentenceHeights } from './sentence-heights'

/** A sentence pair with the heights of its sentences in their texts; null where a side lacks it. */
interface PlacedPair {
  index: number
  left: number | null
  right: number | null
}

/** What of a text is in view: place of its window on the page, how far it is scrolled, how long it is; pixels. */
interface Frame {
  top: number
  height: number
  scrolled: number
  full: number
}

/** Where the sentences of the two texts beside a seam stand, measured again when either is set anew or scrolled. */
export function useSeamPlaces(seam: Ref<Seam>) {
  const reading = useReading()
  const elements = usePaneElements()
  const left = computed(() => elements.byKey.get(seam.value.left.key) ?? null)
  const right = computed(() => elements.byKey.get(seam.value.right.key) ?? null)
  const placed = shallowRef<readonly PlacedPair[]>([])
  const frames = shallowRef<{ left: Frame; right: Frame } | null>(null)

  const frameOf = (scroller: HTMLElement): Frame => {
    const { top, height } = scroller.getBoundingClientRect()
    return { top, height, scrolled: scroller.scrollTop, full: scroller.scrollHeight }
  }
  function look(): void {
    frames.value =
      left.value && right.value ? { left: frameOf(left.value.scroller), right: frameOf(right.value.scroller) } : null
  }
  function measure(): void {
    look()
    const pairs = seam.value.compared?.pairs ?? []
    if (!left.value || !right.value) return
    const [a, b] = [
      sentenceHeights(
        left.value,
        pairs.map((pair) => pair.a?.start ?? null),
      ),
      sentenceHeights(
        right.value,
        pairs.map((pair) => pair.b?.start ?? null),
      ),
    ]
    placed.value = pairs.map((_pair, index) => ({ index, left: a[index] ?? null, right: b[index] ?? null }))
  }
  const measureSoon = () => void nextTick(measure)
  watch(() => [left.value, right.value, seam.value.compared, reading.sizeStep, reading.measureStep], measureSoon, {
    immediate: true,
    flush: 'post',
  })
  useResizeObserver(
    () => [left.value, right.value].flatMap((side) => (side ? [side.root, side.scroller] : [])),
    measure,
  )
  useEventListener(() => left.value?.scroller, 'scroll', look, { passive: true })
  useEventListener(() => right.value?.scroller, 'scroll', look, { passive: true })

  return { left, right, placed, frames }
}
