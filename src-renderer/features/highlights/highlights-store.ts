import { useBridge } from '@/bridge/bridge'
import type { Anchor, Highlight } from '@contract/casebook'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { useUndo } from '@/features/undo/undo-store'
import { useToasts } from '@/features/feedback/toast-store'

const NONE: readonly Highlight[] = []

/** The analyst's highlights of the articles that are open. */
export const useHighlights = defineStore('highlights', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const undos = useUndo()
  const byArticle = shallowReactive(new Map<string, readonly Highlight[]>())

  async function load(articleId: string): Promise<void> {
    try {
      byArticle.set(articleId, await bridge.call('highlight.list', { id: articleId }))
    } catch (error) {
      toasts.problem(error)
    }
  }

  const of = (articleId: string): readonly Highlight[] => byArticle.get(articleId) ?? NONE

  /** The highlight without a note that covers exactly this passage, or null. */
  const plainAt = (passage: { articleId: string; start: number; end: number } | null): Highlight | null =>
    (passage &&
      of(passage.articleId).find(
        ({ anchor, noteId }) => noteId === null && anchor.start === passage.start && anchor.end === passage.end,
      )) ??
    null

  const inShort = ({ exact }: Anchor) => exact.replace(/\s+/gu, ' ').slice(0, 40)

  function show(highlight: Highlight): void {
    const { articleId } = highlight.anchor
    byArticle.set(articleId, [...of(articleId).filter(({ id }) => id !== highlight.id), highlight])
  }

  async function take({ id, anchor: { articleId } }: Highlight): Promise<void> {
    await bridge.call('highlight.remove', { id })
    byArticle.set(
      articleId,
      of(articleId).filter((other) => other.id !== id),
    )
  }

  /** Back under the id it had, so that what was done to it before can still be undone. */
  async function giveBack(highlight: Highlight): Promise<void> {
    await bridge.call('highlight.restore', { id: highlight.id })
    show(highlight)
  }

  /** Marks a passage; the undo takes the mark away again. */
  async function create(anchor: Anchor, noteId: string | null = null): Promise<Highlight | null> {
    try {
      const highlight = await bridge.call('highlight.create', { anchor, noteId })
      show(highlight)
      const label = `Highlight “${inShort(anchor)}”`
      const change = { label, undo: () => take(highlight), redo: () => giveBack(highlight) }
      if (noteId === null) undos.didAloud(change, 'Highlighted.')
      return highlight
    } catch (error) {
      toasts.problem(error)
      return null
    }
  }

  async function remove(highlight: Highlight): Promise<void> {
    try {
      await take(highlight)
      const label = `Highlight “${inShort(highlight.anchor)}” removed`
      const change = { label, undo: () => giveBack(highlight), redo: () => take(highlight) }
      undos.didAloud(change, 'Highlight removed.')
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { byArticle, load, of, plainAt, create, remove }
})
