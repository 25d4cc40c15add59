import { CITATION_NODE, type ProseNode } from '@domain/evidence/prose'

/** A note's document as ProseMirror JSON. */
export type NoteBody = Record<string, unknown> & { type: 'doc'; content: ProseNode[] }

const citation = (id: string): ProseNode => ({ type: CITATION_NODE, attrs: { id } })

export const emptyBody = (): NoteBody => ({ type: 'doc', content: [{ type: 'paragraph' }] })

/** A new note that begins with a citation, the cursor after it. */
export const bodyCiting = (id: string): NoteBody => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [citation(id), { type: 'text', text: ' ' }] }],
})

/** What is stored as a body, as a document the editor can show; anything else becomes an empty one. */
export function asBody(value: Record<string, unknown>): NoteBody {
  return value['type'] === 'doc' && Array.isArray(value['content']) ? (value as NoteBody) : emptyBody()
}

/** The body with a citation put after its last words. */
export function appendCitation(body: NoteBody, id: string): NoteBody {
  const last = body.content[body.content.length - 1]
  if (last?.type !== 'paragraph')
    return { ...body, content: [...body.content, { type: 'paragraph', content: [citation(id)] }] }
  const content = [
    ...(last.content ?? []),
    ...(last.content?.length ? [{ type: 'text', text: ' ' }] : []),
    citation(id),
  ]
  return { ...body, content: [...body.content.slice(0, -1), { ...last, content }] }
}

/** The ids of all citation nodes in the order of the text. */
export function citationIds(node: ProseNode | NoteBody): string[] {
  const { type, attrs, content } = node as ProseNode
  if (type === CITATION_NODE) return typeof attrs?.['id'] === 'string' ? [attrs['id']] : []
  return (content ?? []).flatMap((child) => citationIds(child))
}

/** The words of a body, paragraphs divided by line breaks; for "copy my text" when it cannot be saved. */
export function bodyText(node: ProseNode | NoteBody): string {
  const { type, text, content } = node as ProseNode
  if (text !== undefined) return text
  const inner = (content ?? []).map((child) => bodyText(child)).join('')
  return ['paragraph', 'heading'].includes(type) ? `${inner}\n` : inner
}
