import type { Range } from '@domain/text/span'
import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowRef } from 'vue'
import { useLibrary } from '@/features/library/library-store'
import { useArticles } from './articles-store'

export const PANE_LETTERS = ['A', 'B', 'C', 'D'] as const
export const MOST_PANES = PANE_LETTERS.length

export interface Pane {
  key: number
  articleId: string
  /** Share of the width; equal panes have equal weights. */
  weight: number
}

/** Where a pane is asked to go: it scrolls there and flashes once. `count` makes every jump a new one. */
export interface Jump extends Range {
  paneKey: number
  count: number
}

/** The articles open side by side, which of them has the keyboard, and the way back. */
export const usePanes = defineStore('panes', () => {
  const articles = useArticles()
  const library = useLibrary()
  const panes = shallowRef<Pane[]>([])
  const focusedKey = ref<number | null>(null)
  const jump = shallowRef<Jump | null>(null)
  /** How often something was asked for: counted when it is asked, before anything is loaded. */
  const asked = ref(0)
  const visited = shallowRef<string[]>([])
  const visitedAt = ref(-1)
  /** Offset of the first paragraph in view, by article; a plain map, because it changes while scrolling. */
  const positions = new Map<string, number>()
  const positionCount = ref(0)
  let keys = 0
  let jumps = 0

  const focused = computed(() => panes.value.find((pane) => pane.key === focusedKey.value) ?? panes.value[0] ?? null)
  const focusedIndex = computed(() => panes.value.findIndex((pane) => pane === focused.value))
  const openIds = computed(() => panes.value.map((pane) => pane.articleId))
  const letterOf = (articleId: string) => PANE_LETTERS[openIds.value.indexOf(articleId)] ?? null

  function setPanes(next: Pane[], focus: Pane | null): void {
    panes.value = next
    focusedKey.value = focus?.key ?? null
    articles.keep(new Set(next.map((pane) => pane.articleId)))
  }

  async function read(articleId: string): Promise<void> {
    const view = articles.viewOf(articleId) ?? (await articles.load(articleId))
    if (!view || view.read) return
    articles.patch(articleId, { read: true })
    // A mark that cannot be kept is no reason to disturb reading; it is tried again at the next opening.
    await library.markRead(articleId, true).catch(() => undefined)
  }

  function remember(articleId: string): void {
    if (visited.value[visitedAt.value] === articleId) return
    visited.value = [...visited.value.slice(0, visitedAt.value + 1), articleId].slice(-100)
    visitedAt.value = visited.value.length - 1
  }

  const newPane = (articleId: string): Pane => ({ key: ++keys, articleId, weight: 1 })

  /**
   * Shows an article: in the pane that has it already, beside the focused one, or in the focused one. `at` scrolls there.
   * With four panes open, "beside" replaces the pane after the focused one.
   */
  async function open(
    articleId: string,
    options: { beside?: boolean; at?: Range; silent?: boolean } = {},
  ): Promise<void> {
    asked.value += 1
    const present = panes.value.find((pane) => pane.articleId === articleId)
    let target = present
    if (!target) {
      target = newPane(articleId)
      const index = focusedIndex.value
      if (panes.value.length === 0) setPanes([target], target)
      else if (options.beside && panes.value.length < MOST_PANES) {
        setPanes([...panes.value.slice(0, index + 1), target, ...panes.value.slice(index + 1)], target)
      } else {
        const replaced = options.beside ? (index + 1) % panes.value.length : index
        target = { ...target, weight: panes.value[replaced]?.weight ?? 1 }
        setPanes(panes.value.with(replaced, target), target)
      }
    }
    focusedKey.value = target.key
    if (!options.silent) remember(articleId)
    const key = target.key
    await read(articleId)
    if (options.at) {
      await nextTick()
      scrollTo(key, options.at)
    }
  }

  function scrollTo(paneKey: number, { start, end }: Range): void {
    jumps += 1
    jump.value = { paneKey, start, end, count: jumps }
  }

  /** Scrolls a pane to a passage and flashes it. */
  function goTo(paneKey: number, at: Range): void {
    asked.value += 1
    scrollTo(paneKey, at)
  }

  function close(key: number | null = focused.value?.key ?? null): void {
    const index = panes.value.findIndex((pane) => pane.key === key)
    if (index < 0) return
    const next = panes.value.filter((pane) => pane.key !== key)
    const focus = key === focusedKey.value ? (next[Math.min(index, next.length - 1)] ?? null) : focused.value
    setPanes(next, focus)
  }

  function closeAll(): void {
    setPanes([], null)
    visited.value = []
    visitedAt.value = -1
  }

  function focus(key: number): void {
    focusedKey.value = key
  }

  function focusIndex(index: number): void {
    const pane = panes.value[index]
    if (pane) focusedKey.value = pane.key
  }

  function setWeights(weights: readonly number[]): void {
    panes.value = panes.value.map((pane, i) => ({ ...pane, weight: weights[i] ?? pane.weight }))
  }

  /** Keeps the focused pane alone, or adds nothing: the layouts "Reading" and "Side by side". */
  function keepOnlyFocused(): void {
    const only = focused.value
    if (only) setPanes([{ ...only, weight: 1 }], only)
  }

  async function travel(step: 1 | -1): Promise<void> {
    const articleId = visited.value[visitedAt.value + step]
    if (!articleId) return
    visitedAt.value += step
    await open(articleId, { silent: true })
  }

  /** Where an article was left, as the offset of the first paragraph in view. */
  const positionOf = (articleId: string): number => positions.get(articleId) ?? 0

  function leaveAt(articleId: string, offset: number): void {
    if (positionOf(articleId) === offset) return
    positions.set(articleId, offset)
    positionCount.value += 1
  }

  /** Where the open articles were left; whoever computes with it follows the count, the map itself says nothing. */
  const positionsOfOpen = (): Record<string, number> =>
    positionCount.value === 0 && positions.size === 0
      ? {}
      : Object.fromEntries(openIds.value.map((id) => [id, positionOf(id)]))

  function setPositions(kept: Record<string, number>): void {
    for (const [id, offset] of Object.entries(kept)) positions.set(id, offset)
  }

  /** Opens the panes of the last time, in order. */
  async function restore(ids: readonly string[], weights: readonly number[], focusAt: number): Promise<void> {
    const restored = ids.slice(0, MOST_PANES).map((id, i) => ({ ...newPane(id), weight: weights[i] ?? 1 }))
    setPanes(restored, restored[focusAt] ?? restored[0] ?? null)
    await Promise.all(restored.map((pane) => articles.load(pane.articleId)))
    // Articles that went away meanwhile leave their pane.
    for (const pane of restored) if (articles.loaded.get(pane.articleId)?.failure?.code === 'not_found') close(pane.key)
  }

  async function star(articleId: string): Promise<void> {
    const view = articles.viewOf(articleId)
    if (!view) return
    const starred = !view.starred
    articles.patch(articleId, { starred })
    try {
      await library.star(articleId, starred)
    } catch (error) {
      articles.patch(articleId, { starred: !starred })
      throw error
    }
  }

  const canGoBack = computed(() => visitedAt.value > 0)
  const canGoForward = computed(() => visitedAt.value < visited.value.length - 1)

  return {
    panes,
    focusedKey,
    focused,
    focusedIndex,
    openIds,
    jump,
    asked,
    canGoBack,
    canGoForward,
    positionCount,
    letterOf,
    positionOf,
    leaveAt,
    positionsOfOpen,
    setPositions,
    open,
    goTo,
    close,
    closeAll,
    focus,
    focusIndex,
    setWeights,
    keepOnlyFocused,
    back: () => travel(-1),
    forward: () => travel(1),
    restore,
    star,
  }
})
