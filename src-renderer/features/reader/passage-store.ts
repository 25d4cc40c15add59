import type { Anchor } from '@contract/casebook'
import { makeAnchor } from '@domain/evidence/anchor'
import type { Range } from '@domain/text/span'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useArticles } from './articles-store'

export interface Passage extends Range {
  articleId: string
}

/** The words selected in a pane, by their offsets; kept while the keyboard is elsewhere, so that they can still be cited. */
export const usePassage = defineStore('passage', () => {
  const articles = useArticles()
  const passage = shallowRef<Passage | null>(null)

  /** The selected words as an anchor, null when nothing is selected or its article is not shown any more. */
  function anchor(): Anchor | null {
    const view = passage.value && articles.viewOf(passage.value.articleId)
    if (!passage.value || !view) return null
    return makeAnchor(view.text, passage.value.start, passage.value.end, { articleId: view.id, path: view.path })
  }

  return { passage, anchor }
})
