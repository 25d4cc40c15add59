/** A node of a ProseMirror document, as its JSON has it. */
export interface ProseNode {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  content?: ProseNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

/** The type name of the inline atom that stands for a citation; `attrs.id` is the citation's id. */
export const CITATION_NODE = 'citation'
/** The type name of the inline atom that links to a note, an entity or an article; see `note-links.ts` for its attributes. */
export const MENTION_NODE = 'mention'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads untrusted JSON as a node; what does not look like one is left out. Deeper than 200 levels nothing is read. */
export function asProse(value: unknown, depth = 0): ProseNode | null {
  if (!isRecord(value) || typeof value['type'] !== 'string' || depth > 200) return null
  const node: ProseNode = { type: value['type'] }
  if (typeof value['text'] === 'string') node.text = value['text']
  if (isRecord(value['attrs'])) node.attrs = value['attrs']
  if (Array.isArray(value['content'])) {
    node.content = value['content'].map((child) => asProse(child, depth + 1)).filter((child) => child !== null)
  }
  if (Array.isArray(value['marks'])) {
    node.marks = value['marks'].filter(isRecord).map((mark) => ({
      type: String(mark['type']),
      ...(isRecord(mark['attrs']) ? { attrs: mark['attrs'] } : {}),
    }))
  }
  return node
}

/** A paragraph or other textblock of a note: its words, and where in them which citation stands. */
export interface ProseBlock {
  type: string
  /** Level of a heading, else 0. */
  level: number
  text: string
  citations: { id: string; at: number }[]
}

const INLINE = new Set(['text', CITATION_NODE, 'hardBreak', 'image', MENTION_NODE])

/** The textblocks of a note in order, whatever lists or quotations they stand in. */
export function proseBlocks(body: unknown): ProseBlock[] {
  const blocks: ProseBlock[] = []
  const visit = (node: ProseNode): void => {
    const children = node.content ?? []
    if (children.some((child) => INLINE.has(child.type))) blocks.push(blockOf(node, children))
    else children.forEach(visit)
  }
  const root = asProse(body)
  if (root) visit(root)
  return blocks
}

function blockOf(node: ProseNode, children: ProseNode[]): ProseBlock {
  const level = node.type === 'heading' && typeof node.attrs?.['level'] === 'number' ? node.attrs['level'] : 0
  const block: ProseBlock = { type: node.type, level, text: '', citations: [] }
  for (const child of children) {
    if (child.type === CITATION_NODE) block.citations.push({ id: String(child.attrs?.['id']), at: block.text.length })
    else block.text += child.type === 'hardBreak' ? '\n' : inlineWords(child)
  }
  return block
}

/** The words an inline node shows: its text, or what a link is called. */
export const inlineWords = ({ type, text, attrs }: ProseNode): string =>
  type === MENTION_NODE && typeof attrs?.['label'] === 'string' ? attrs['label'] : (text ?? '')

/** The words of a note, a line per textblock. */
export function proseText(body: unknown): string {
  return proseBlocks(body)
    .map((block) => block.text)
    .join('\n')
}

/** The first words of a note, for lists. */
export function prosePreview(body: unknown): string {
  const text = proseText(body).replace(/\s+/gu, ' ').trim()
  return text.length <= 200 ? text : `${text.slice(0, 200).replace(/[\ud800-\udbff]$|\s+\S*$/u, '')}…`
}
