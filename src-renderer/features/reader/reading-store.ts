import { ENTITY_TYPES, type EntityType } from '@domain/extract/types'
import { defineStore } from 'pinia'
import { computed, reactive, ref, watchEffect } from 'vue'

export const MARK_KINDS = [...ENTITY_TYPES, 'roles', 'quotes', 'figures', 'highlights', 'hits', 'numbers'] as const
export type MarkSwitch = (typeof MARK_KINDS)[number]

/** Reading sizes in pixels of the body text, and widths of a line in rem. */
export const SIZES = [14, 15, 16, 17, 18, 20, 22, 25] as const
export const MEASURES = [28, 32, 36, 42, 50] as const
const USUAL_SIZE = 2
const USUAL_MEASURE = 2

/** How the source text is set, and which marks are drawn in it. */
export const useReading = defineStore('reading', () => {
  const sizeStep = ref(USUAL_SIZE)
  const measureStep = ref(USUAL_MEASURE)
  const shown = reactive<Record<MarkSwitch, boolean>>(
    Object.fromEntries(MARK_KINDS.map((kind) => [kind, true])) as Record<MarkSwitch, boolean>,
  )

  const scale = computed(() => (SIZES[sizeStep.value] ?? 16) / 16)

  // Only the reading steps follow this setting; the interface has the window's zoom.
  watchEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--r-body', `${scale.value}rem`)
    style.setProperty('--r-head', `${1.3125 * scale.value}rem`)
    style.setProperty('--measure', `${(MEASURES[measureStep.value] ?? 36) * Math.max(1, scale.value * 0.96)}rem`)
  })

  const step = (value: number, by: number, count: number) => Math.min(count - 1, Math.max(0, value + by))
  const typesShown = computed(() => new Set<EntityType>(ENTITY_TYPES.filter((type) => shown[type])))

  /** All marks off, or all on again. */
  function toggleAll(): void {
    const any = MARK_KINDS.some((kind) => shown[kind])
    for (const kind of MARK_KINDS) shown[kind] = !any
  }

  return {
    sizeStep,
    measureStep,
    shown,
    scale,
    typesShown,
    larger: () => (sizeStep.value = step(sizeStep.value, 1, SIZES.length)),
    smaller: () => (sizeStep.value = step(sizeStep.value, -1, SIZES.length)),
    wider: () => (measureStep.value = step(measureStep.value, 1, MEASURES.length)),
    narrower: () => (measureStep.value = step(measureStep.value, -1, MEASURES.length)),
    usual: () => {
      sizeStep.value = USUAL_SIZE
      measureStep.value = USUAL_MEASURE
    },
    toggleAll,
  }
})
