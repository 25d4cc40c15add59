import { linkOf } from '@domain/evidence/note-links'
import { CITATION_NODE, inlineWords, MENTION_NODE, type ProseNode } from '@domain/evidence/prose'
import type { NoteBody } from './note-body'

const MARKS = ['bold', 'italic', 'strike']
const LISTS = ['bulletList', 'orderedList']
const CONTAINERS = ['blockquote', 'listItem', ...LISTS]

/**
 * The body as the editor's schema allows it, every word kept: marks it does not know are dropped, nodes it does not know give way to
 * what they hold. The editor itself answers a single unknown node with an empty document, or with none (the page's policy refuses
 * its way of making one), and a note of a newer version, an import or a damaged file would look lost.
 */
export function editableBody(body: NoteBody): NoteBody {
  const content = body.content.flatMap(blocksOf)
  return { ...body, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

const childrenOf = (node: ProseNode): ProseNode[] =>
  Array.isArray(node.content) ? node.content.filter((child) => typeof child === 'object') : []

const isBlock = ({ type }: ProseNode) => type === 'paragraph' || type === 'heading' || CONTAINERS.includes(type)

function inlineOf(node: ProseNode): ProseNode[] {
  if (typeof node.text === 'string') {
    if (node.text === '') return []
    const marks = marksOf(node)
    return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) } as ProseNode]
  }
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
  if (node.type === MENTION_NODE) return mentionOf(node)
  if (node.type === CITATION_NODE) return typeof node.attrs?.['id'] === 'string' ? [node] : []
  return childrenOf(node).flatMap(inlineOf)
}

/** A link, or the words of what is none. */
function mentionOf(node: ProseNode): ProseNode[] {
  const link = linkOf(node.attrs)
  if (link) return [{ type: MENTION_NODE, attrs: { ...link } }]
  const text = inlineWords(node)
  return text === '' ? [] : [{ type: 'text', text }]
}

function marksOf(node: ProseNode): { type: string }[] {
  const { marks } = node as { marks?: unknown }
  if (!Array.isArray(marks)) return []
  const names = marks.map((mark: unknown) => (mark as { type?: unknown } | null)?.type)
  return MARKS.filter((name) => names.includes(name)).map((type) => ({ type }))
}

/** A run of children as blocks: what stands loose between blocks becomes a paragraph. */
function blocksOf(node: ProseNode): ProseNode[] {
  const { type } = node
  if (type === 'paragraph' || type === 'heading') {
    const level = node.attrs?.['level'] === 3 ? 3 : 2
    const content = inlineOf({ ...node, type: 'loose' })
    return [{ type, ...(type === 'heading' ? { attrs: { level } } : {}), ...(content.length > 0 ? { content } : {}) }]
  }
  if (LISTS.includes(type)) {
    const items = childrenOf(node).map((child) => ({ type: 'listItem', content: itemContent(child) }))
    return items.length > 0 ? [{ type, content: items }] : []
  }
  if (type === 'blockquote') return [{ type, content: filled(childrenOf(node).flatMap(blocksOf)) }]
  if (childrenOf(node).some(isBlock)) return childrenOf(node).flatMap(blocksOf)
  const content = inlineOf(node)
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}

/** A list item begins with a paragraph. */
function itemContent(node: ProseNode): ProseNode[] {
  const blocks = node.type === 'listItem' ? childrenOf(node).flatMap(blocksOf) : blocksOf(node)
  return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]
}

const filled = (blocks: ProseNode[]): ProseNode[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }])
