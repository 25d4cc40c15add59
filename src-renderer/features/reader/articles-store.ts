import { useBridge } from '@/bridge/bridge'
import type { ArticleView } from '@contract/article'
import { type Fault, toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

export interface LoadedArticle {
  view: ArticleView | null
  failure: Fault | null
}

/** The articles shown in panes, each read once and again when its analysis has come. */
export const useArticles = defineStore('articles', () => {
  const bridge = useBridge()
  const loaded = shallowReactive(new Map<string, LoadedArticle>())

  async function load(id: string): Promise<ArticleView | null> {
    if (!loaded.has(id)) loaded.set(id, { view: null, failure: null })
    try {
      const view = await bridge.call('article.get', { id })
      if (loaded.has(id)) loaded.set(id, { view, failure: null })
      return view
    } catch (error) {
      if (loaded.has(id)) loaded.set(id, { view: loaded.get(id)?.view ?? null, failure: toFault(error) })
      return null
    }
  }

  /** Forgets every article but those still shown. */
  function keep(ids: ReadonlySet<string>): void {
    for (const id of [...loaded.keys()]) if (!ids.has(id)) loaded.delete(id)
  }

  function patch(id: string, changes: Partial<ArticleView>): void {
    const article = loaded.get(id)
    if (article?.view) loaded.set(id, { ...article, view: { ...article.view, ...changes } })
  }

  const viewOf = (id: string): ArticleView | null => loaded.get(id)?.view ?? null

  bridge.on('article.analysed', ({ ids }) => {
    for (const id of ids) if (loaded.has(id)) void load(id)
  })
  bridge.on('decisions.changed', () => {
    for (const id of loaded.keys()) void load(id)
  })
  bridge.on('articles.changed', () => {
    for (const [id, article] of loaded) if (!article.view || article.failure) void load(id)
  })

  return { loaded, load, keep, patch, viewOf }
})
