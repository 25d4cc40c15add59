import { useBridge } from '@/bridge/bridge'
import type { Anchor, Highlight } from '@contract/casebook'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'

const NONE: readonly Highlight[] = []

/** The analyst's highlights of the articles that are open. */
export const useHighlights = defineStore('highlights', () => {
  const bridge = useBridge()
  const toasts = useToasts()
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

  /** Marks a passage; the undo takes the mark away again. */
  async function create(anchor: Anchor, noteId: string | null = null): Promise<Highlight | null> {
    try {
      const highlight = await bridge.call('highlight.create', { anchor, noteId })
      byArticle.set(anchor.articleId, [...of(anchor.articleId), highlight])
      if (noteId === null) toasts.undoable('Highlighted.', () => void remove(highlight, false))
      return highlight
    } catch (error) {
      toasts.problem(error)
      return null
    }
  }

  async function remove(highlight: Highlight, undoable = true): Promise<void> {
    const { articleId } = highlight.anchor
    try {
      await bridge.call('highlight.remove', { id: highlight.id })
      byArticle.set(
        articleId,
        of(articleId).filter((other) => other.id !== highlight.id),
      )
      if (undoable) toasts.undoable('Highlight removed.', () => void create(highlight.anchor, highlight.noteId))
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { byArticle, load, of, plainAt, create, remove }
})
