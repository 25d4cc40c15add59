import { Node } from '@tiptap/core'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import CitationView from './CitationView.vue'

/** A citation inside a note: an atom in the line that knows only its id; what it cites is kept beside the text. */
export const CitationNode = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ id: { default: '', parseHTML: (element: HTMLElement) => element.dataset['citation'] ?? '' } }),
  parseHTML: () => [{ tag: 'span[data-citation]' }],
  renderHTML: ({ node }) => ['span', { 'data-citation': String(node.attrs['id']) }],
  addNodeView: () => VueNodeViewRenderer(CitationView),
})
