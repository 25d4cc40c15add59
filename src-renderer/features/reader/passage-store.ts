import type { Anchor } from '@contract/casebook'
import { makeAnchor } from '@domain/evidence/anchor'
import type { Range } from '@domain/text/span'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useArticles } from './articles-store'
import { usePanes } from './panes-store'
import { sentenceStep } from './sentence-step'

export interface Passage extends Range {
  articleId: string
}

/** The words selected in a pane, by their offsets; kept while the keyboard is elsewhere, so that they can still be cited. */
export const usePassage = defineStore('passage', () => {
  const articles = useArticles()
  const panes = usePanes()
  const passage = shallowRef<Passage | null>(null)
  /** Words that a pane should select, as if the pointer had; every request is a new object. */
  const wanted = shallowRef<Passage | null>(null)

  /** The selected words as an anchor, null when nothing is selected or its article is not shown any more. */
  function anchor(): Anchor | null {
    const view = passage.value && articles.viewOf(passage.value.articleId)
    if (!passage.value || !view) return null
    return makeAnchor(view.text, passage.value.start, passage.value.end, { articleId: view.id, path: view.path })
  }

  function choose(next: Passage): void {
    wanted.value = { ...next }
  }

  /** Selects the next or previous sentence of the focused pane, or takes it to what is selected: the keyboard's way to a passage. */
  function step(direction: 1 | -1, extend: boolean): void {
    const view = panes.focused && articles.viewOf(panes.focused.articleId)
    if (!view) return
    const sentences = view.extraction?.sentences ?? view.blocks
    const from = passage.value?.articleId === view.id ? passage.value : panes.positionOf(view.id)
    const next = sentenceStep(sentences, from, direction, extend)
    if (next) choose({ articleId: view.id, ...next })
  }

  return { passage, wanted, anchor, choose, step }
})
