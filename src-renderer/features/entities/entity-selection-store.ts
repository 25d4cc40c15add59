import type { Mention } from '@domain/extract/types'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useArticles } from '@/features/reader/articles-store'
import { usePanes } from '@/features/reader/panes-store'
import { type SharedEntity, shareEntities } from './entity-groups'

interface Stop {
  paneKey: number
  articleId: string
  mention: Mention
}

const NONE: ReadonlySet<string> = new Set()

/** The one selected entity that every pane and list follows, and the walk through its mentions. */
export const useEntitySelection = defineStore('entity-selection', () => {
  const panes = usePanes()
  const articles = useArticles()
  const selectedKey = ref<string | null>(null)
  const current = shallowRef<Stop | null>(null)

  const shared = computed<SharedEntity[]>(() =>
    shareEntities(
      panes.panes.map(({ articleId }) => ({
        articleId,
        entities: articles.viewOf(articleId)?.extraction?.entities ?? [],
      })),
    ),
  )
  const selected = computed(() => shared.value.find((entity) => entity.key === selectedKey.value) ?? null)

  const idsByArticle = computed(() => {
    const ids = new Map<string, Set<string>>()
    for (const { articleId, entityId } of selected.value?.ids ?? [])
      ids.set(articleId, (ids.get(articleId) ?? new Set()).add(entityId))
    return ids
  })
  /** The selected entity's ids in one article. */
  const idsIn = (articleId: string): ReadonlySet<string> => idsByArticle.value.get(articleId) ?? NONE

  /** All mentions of the selected entity in the open panes, pane by pane in text order. */
  const stops = computed<Stop[]>(() =>
    panes.panes.flatMap(({ key, articleId }) =>
      (articles.viewOf(articleId)?.extraction?.entities ?? [])
        .filter((entity) => idsIn(articleId).has(entity.id))
        .flatMap((entity) => entity.mentions)
        .sort((a, b) => a.start - b.start)
        .map((mention) => ({ paneKey: key, articleId, mention })),
    ),
  )
  const currentIndex = computed(() =>
    stops.value.findIndex(
      (stop) => stop.articleId === current.value?.articleId && stop.mention.start === current.value.mention.start,
    ),
  )

  function select(key: string | null): void {
    selectedKey.value = key
    current.value = null
  }

  function toggle(key: string): void {
    select(selectedKey.value === key ? null : key)
  }

  /** Chooses the entity a mark in a text stands for. */
  function selectIn(articleId: string, entityId: string, at?: number): void {
    const entity = shared.value.find((one) =>
      one.ids.some((id) => id.articleId === articleId && id.entityId === entityId),
    )
    if (!entity) return
    selectedKey.value = entity.key
    current.value = stops.value.find((stop) => stop.articleId === articleId && stop.mention.start === at) ?? null
  }

  /** Goes to the next or previous mention through all panes, round and round. */
  function walk(direction: 1 | -1): void {
    const count = stops.value.length
    if (count === 0) return
    const from = currentIndex.value < 0 ? (direction > 0 ? -1 : 0) : currentIndex.value
    const stop = stops.value[(from + direction + count) % count]
    if (!stop) return
    current.value = stop
    panes.focus(stop.paneKey)
    panes.goTo(stop.paneKey, stop.mention)
  }

  return { selectedKey, shared, selected, stops, current, currentIndex, idsIn, select, toggle, selectIn, walk }
})
