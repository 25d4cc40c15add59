import { mergeAttributes, Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import { linkOf, type NoteLink } from '@domain/evidence/note-links'
import { MENTION_NODE } from '@domain/evidence/prose'
import MentionNodeView from './MentionNodeView.vue'

/** A link inside a note to another note, a name or an article: an atom in the line. Enter on a chosen one follows it. */
export const MentionNode = Node.create<{ open: (link: NoteLink) => void; ask: () => void }>({
  name: MENTION_NODE,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ open: () => undefined, ask: () => undefined }),
  addAttributes: () =>
    Object.fromEntries(
      ['kind', 'target', 'label'].map((name) => [
        name,
        {
          default: '',
          parseHTML: (element: HTMLElement) => element.dataset[name] ?? '',
          renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: String(attributes[name]) }),
        },
      ]),
    ),
  parseHTML: () => [{ tag: 'span[data-kind][data-target]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes)],
  addNodeView: () => VueNodeViewRenderer(MentionNodeView),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== this.name) return false
        const link = linkOf(selection.node.attrs)
        if (link) this.options.open(link)
        return link !== null
      },
      'Mod-l': () => {
        this.options.ask()
        return true
      },
    }
  },
})
