import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

/** Where the text of a pane stands on the page: what scrolls, and what holds the text. */
export interface PaneElements {
  scroller: HTMLElement
  root: HTMLElement
}

/** The elements of the open panes by pane key, for what is drawn between panes or scrolls them together. */
export const usePaneElements = defineStore('pane-elements', () => {
  const byKey = shallowReactive(new Map<number, PaneElements>())

  /** Says where a pane's text stands; null when it went. */
  function put(key: number, elements: PaneElements | null): void {
    if (elements) byKey.set(key, elements)
    else byKey.delete(key)
  }
  return { byKey, put }
})
