import { asProse, MENTION_NODE, type ProseNode } from './prose'

export const LINK_KINDS = ['note', 'entity', 'article'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** A link inside a note: to another note (its id), an entity (`type:name`) or an article (its hash). */
export interface NoteLink {
  kind: LinkKind
  target: string
  /** What it was called when the link was made; shown where the target is gone. */
  label: string
}

/** The links of a note in the order of its text, each target once. `body` is ProseMirror JSON. */
export function noteLinks(body: unknown): NoteLink[] {
  const links = new Map<string, NoteLink>()
  const visit = (node: ProseNode): void => {
    const link = node.type === MENTION_NODE ? linkOf(node.attrs) : null
    if (link) links.set(`${link.kind} ${link.target}`, links.get(`${link.kind} ${link.target}`) ?? link)
    node.content?.forEach(visit)
  }
  const root = asProse(body)
  if (root) visit(root)
  return [...links.values()]
}

/** The attributes of a mention node as a link; null when they are none. */
export function linkOf(attrs: Record<string, unknown> | undefined): NoteLink | null {
  const { kind, target, label } = attrs ?? {}
  const known = LINK_KINDS.find((one) => one === kind)
  if (!known || typeof target !== 'string' || target === '') return null
  return { kind: known, target, label: typeof label === 'string' ? label : '' }
}
