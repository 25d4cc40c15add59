import { mergeAttributes, Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import { CITATION_NODE } from '@domain/evidence/prose'
import CitationNodeView from './CitationNodeView.vue'

/**
 * A citation inside a note: an atom in the line that knows only its id; what it cites is kept beside the text.
 * Enter on a chosen chip opens its passage.
 */
export const CitationNode = Node.create<{ open: (id: string) => void }>({
  name: CITATION_NODE,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ open: () => undefined }),
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['citation'] ?? '',
      renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-citation': String(id) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-citation]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes)],
  addNodeView: () => VueNodeViewRenderer(CitationNodeView),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== this.name) return false
        this.options.open(String(selection.node.attrs['id']))
        return true
      },
    }
  },
})
