import { useBridge } from '@/bridge/bridge'
import type { ComparePair } from '@contract/compare'
import { type Fault, toFault } from '@contract/errors'
import type { Range } from '@domain/text/span'
import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import { useArticles } from '@/features/reader/articles-store'
import { type Pane, usePanes } from '@/features/reader/panes-store'
import { type ChangeStop, changeStops } from './change-stops'

/** Two panes beside each other and what ties them. */
export interface Seam {
  key: string
  left: Pane
  right: Pane
  /** Null while it is being made or where it could not be. */
  compared: ComparePair | null
}

/** A stretch of an article that differs from the article beside it. */
export interface ChangeMark extends Range {
  kind: 'number' | 'name' | 'negation' | 'text'
}

/** A pane scrolls after the next patch of the page, and says so with the frame after that. */
const scrolled = async (): Promise<void> => {
  await nextTick()
  await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

const keyOf = (a: string, b: string) => `${a} ${b}`

/** Panes held against their neighbours: what differs, and the way from one difference to the next. */
export const useCompare = defineStore('compare', () => {
  const bridge = useBridge()
  const panes = usePanes()
  const articles = useArticles()
  const on = ref(false)
  /** Whether panes scroll together. */
  const locked = ref(true)
  const known = shallowRef<ReadonlyMap<string, ComparePair>>(new Map())
  const failure = shallowRef<Fault | null>(null)
  const at = ref(-1)
  /** While panes are sent to places of their own they do not follow each other. */
  const leaping = ref(false)

  const neighbours = computed(() =>
    panes.panes.slice(1).flatMap((right, i) => {
      const left = panes.panes[i]
      return left ? [{ key: keyOf(left.articleId, right.articleId), left, right }] : []
    }),
  )
  const seams = computed<Seam[]>(() =>
    on.value ? neighbours.value.map((seam) => ({ ...seam, compared: known.value.get(seam.key) ?? null })) : [],
  )
  const stops = computed<(ChangeStop & { seam: Seam })[]>(() =>
    seams.value.flatMap((seam) =>
      seam.compared
        ? changeStops(seam.compared, seam.left.articleId, seam.right.articleId).map((stop) => ({ ...stop, seam }))
        : [],
    ),
  )

  const marks = computed(() => {
    const byArticle = new Map<string, ChangeMark[]>()
    const put = (id: string, list: readonly ChangeMark[]) => byArticle.set(id, [...(byArticle.get(id) ?? []), ...list])
    for (const { left, right, compared } of seams.value) {
      if (!compared) continue
      for (const side of ['a', 'b'] as const) {
        const id = side === 'a' ? left.articleId : right.articleId
        const changes = compared.pairs.flatMap(({ changes: all }) => all)
        put(
          id,
          changes.flatMap((change) => (change[side] ? [{ ...change[side], kind: change.kind }] : [])),
        )
        const only = compared.pairs.filter(({ relation }) => relation === (side === 'a' ? 'dropped' : 'added'))
        put(
          id,
          only.flatMap((pair) => (pair[side] ? [{ ...pair[side], kind: 'text' as const }] : [])),
        )
        // Figures that disagree in sentences which are no pair; of other conflicts the changed words are marked already.
        const told = compared.conflicts
          .flatMap(({ sides }) => sides.filter(({ value }) => value !== null))
          .flatMap(({ evidence }) => evidence.filter(({ articleId }) => articleId === id))
        put(
          id,
          told.map(({ start, end }) => ({ start, end, kind: 'number' as const })),
        )
      }
    }
    return byArticle
  })
  /** What differs in an article from those beside it; nothing while panes are not compared. */
  const marksIn = (articleId: string): readonly ChangeMark[] => marks.value.get(articleId) ?? []

  async function load(a: string, b: string): Promise<void> {
    try {
      const compared = await bridge.call('compare.pair', { a, b })
      known.value = new Map([...known.value, [keyOf(a, b), compared]])
      failure.value = null
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  const isReady = ({ left, right }: { left: Pane; right: Pane }) =>
    [left, right].every(({ articleId }) => articles.viewOf(articleId)?.extraction)
  // Comparisons of panes that were closed go, those of new neighbours come once both are analysed.
  watch(
    () => [on.value, neighbours.value.filter(isReady).map(({ key }) => key)] as const,
    ([wanted, keys]) => {
      at.value = -1
      if (!wanted) return
      const shown = new Set(keys)
      known.value = new Map([...known.value].filter(([key]) => shown.has(key)))
      for (const { key, left, right } of neighbours.value)
        if (shown.has(key) && !known.value.has(key)) void load(left.articleId, right.articleId)
    },
    { flush: 'post' },
  )

  /** Goes to a passage on each side and flashes both. Sides that are kept level follow each other; `apart` ones are gone to each. */
  async function goTo(
    seam: Pick<Seam, 'left' | 'right'>,
    a: Range | null,
    b: Range | null,
    apart = false,
  ): Promise<void> {
    leaping.value = apart || !locked.value
    if (a) panes.goTo(seam.left.key, a)
    if (a && b) await scrolled()
    if (b) panes.goTo(seam.right.key, b)
    await scrolled()
    leaping.value = false
  }

  /** Goes to the next or previous difference, round and round; with `factsOnly` past everything that is only wording. */
  async function step(direction: 1 | -1, factsOnly = false): Promise<void> {
    const all = stops.value
    const wanted = all.flatMap((stop, i) => (!factsOnly || stop.fact ? [i] : []))
    if (wanted.length === 0) return
    const later = direction > 0 ? wanted.find((i) => i > at.value) : wanted.findLast((i) => i < at.value)
    at.value = later ?? (direction > 0 ? wanted[0] : wanted.at(-1)) ?? 0
    const stop = all[at.value]
    if (stop) await goTo(stop.seam, stop.a, stop.b, stop.apart)
  }

  /** Opens two articles alone beside each other, compared, and goes to a passage in each. */
  async function open(a: string, b: string, places: { a?: Range; b?: Range } = {}): Promise<void> {
    await panes.restore([a, b], [1, 1], 0)
    on.value = true
    const [left, right] = panes.panes
    if (!left || !right) return
    await nextTick()
    await goTo({ left, right }, places.a ?? null, places.b ?? null, true)
  }

  /** Opens one article alone at a passage: both sides of what is to be looked at stand in it. */
  async function openAlone(id: string, place: Range): Promise<void> {
    await panes.restore([id], [1], 0)
    const [pane] = panes.panes
    await nextTick()
    if (pane) panes.goTo(pane.key, place)
  }

  return {
    on,
    locked,
    leaping,
    failure,
    seams,
    stops,
    at,
    marksIn,
    step,
    open,
    openAlone,
    goTo,
    facts: computed(() => stops.value.filter(({ fact }) => fact).length),
    toggleLock: () => (locked.value = !locked.value),
  }
})
