import { useWindowSize } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

export const VIEWS = [
  'library',
  'search',
  'entities',
  'notes',
  'briefings',
  'attention',
  'families',
  'conflicts',
  'dossier',
  'codes',
] as const
export type View = (typeof VIEWS)[number]
/** Views in which articles are read; the others fill the middle with a page of their own. */
const READING: readonly View[] = ['library', 'search', 'entities', 'notes']
export const INSPECTOR_TABS = ['entities', 'claims', 'notes'] as const
export type InspectorTab = (typeof INSPECTOR_TABS)[number]

/** Below this width the inspector is a strip, below the second one library and inspector are drawers. */
const STRIP_BELOW = 1240
const DRAWERS_BELOW = 860
export const SIDE_WIDTH = { min: 220, max: 560 }
export const INSPECTOR_WIDTH = { min: 260, max: 760 }
/** A note needs lines long enough to think in. */
const WRITING_WIDTH = 380

/** What is shown where: the view of the rail, the side panels, their widths. */
export const useLayout = defineStore('layout', () => {
  const { width } = useWindowSize()
  const view = ref<View>('library')
  const tab = ref<InspectorTab>('entities')
  const sideWidth = ref(0)
  const inspectorWidth = ref(0)
  const inspectorWanted = ref(true)
  /** Whether the side panel lies over the panes (narrow windows). */
  const sideDrawer = ref(false)
  /** Whether the inspector lies over the panes (narrow windows). */
  const inspectorDrawer = ref(false)

  const mode = computed(() => (width.value < DRAWERS_BELOW ? 'drawers' : width.value < STRIP_BELOW ? 'strip' : 'wide'))
  const side = computed(() => sideWidth.value || (width.value >= 1700 ? 372 : mode.value === 'strip' ? 248 : 292))
  const inspector = computed(() => inspectorWidth.value || (width.value >= 1700 ? 372 : 304))
  const reads = computed(() => READING.includes(view.value))
  const inspectorShown = computed(() => (mode.value === 'wide' ? inspectorWanted.value : inspectorDrawer.value))
  const sideShown = computed(() => mode.value !== 'drawers' || sideDrawer.value)

  const within = (value: number, { min, max }: { min: number; max: number }) =>
    Math.round(Math.min(max, Math.max(min, value)))

  function show(next: View): void {
    view.value = next
    if (mode.value !== 'drawers') return
    sideDrawer.value = true
    inspectorDrawer.value = false
  }

  /** Shows a tab of the inspector, opening it where it is closed. */
  function showTab(next: InspectorTab): void {
    tab.value = next
    if (mode.value === 'wide') inspectorWanted.value = true
    else inspectorDrawer.value = true
    if (mode.value === 'drawers') sideDrawer.value = false
  }

  function toggleInspector(): void {
    if (mode.value === 'wide') inspectorWanted.value = !inspectorWanted.value
    else inspectorDrawer.value = !inspectorDrawer.value
  }

  function makeRoomToWrite(): void {
    if (inspector.value < WRITING_WIDTH) inspectorWidth.value = WRITING_WIDTH
  }

  function closeDrawers(): void {
    sideDrawer.value = false
    inspectorDrawer.value = false
  }

  return {
    width,
    view,
    tab,
    mode,
    reads,
    side,
    inspector,
    sideWidth,
    inspectorWidth,
    inspectorWanted,
    inspectorShown,
    sideShown,
    sideDrawer,
    inspectorDrawer,
    show,
    showTab,
    toggleInspector,
    makeRoomToWrite,
    closeDrawers,
    resizeSide: (px: number) => (sideWidth.value = within(px, SIDE_WIDTH)),
    resizeInspector: (px: number) => (inspectorWidth.value = within(px, INSPECTOR_WIDTH)),
  }
})
