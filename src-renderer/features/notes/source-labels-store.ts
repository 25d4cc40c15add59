import type { Anchor } from '@contract/casebook'
import { defineStore } from 'pinia'
import { useArticles } from '@/features/reader/articles-store'

/** Labels of citations that the engine has not labelled yet: agency (or file) and the sentence's number, "LPS 2". */
export const useSourceLabels = defineStore('source-labels', () => {
  const articles = useArticles()

  function of(anchor: Anchor): { label: string; date: string | null } {
    const view = articles.viewOf(anchor.articleId)
    const sentences = view?.extraction?.sentences ?? []
    const number = sentences.findIndex(({ start, end }) => anchor.start >= start && anchor.start < end) + 1
    const source =
      view?.agency ??
      anchor.path
        .split('/')
        .pop()
        ?.replace(/\.\w+$/u, '') ??
      'source'
    return { label: number > 0 ? `${source} ${number}` : source, date: view?.date ?? null }
  }

  return { of }
})
