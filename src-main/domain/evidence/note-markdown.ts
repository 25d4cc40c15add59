import type { Anchor } from './anchor'
import { asProse, CITATION_NODE, inlineWords, MENTION_NODE, type ProseNode } from './prose'

const WRAPS: Record<string, string> = { bold: '**', strong: '**', italic: '*', em: '*', strike: '~~', code: '`' }

/**
 * A note as Markdown, for people without Dateline: citations become footnotes with the passage and its file. It is for reading; the
 * note itself is kept as JSON beside it.
 */
export function noteMarkdown(body: unknown, citations: readonly { id: string; anchor: Anchor }[]): string {
  const numbers = new Map(citations.map(({ id }, index) => [id, index + 1]))
  const root = asProse(body)
  const text = root ? blocks(root.content ?? [], numbers).join('\n\n') : ''
  const notes = citations.map(({ anchor }, index) => {
    const passage = anchor.exact.replace(/\s+/gu, ' ')
    return `[^${index + 1}]: “${passage}” — ${anchor.path}, ${anchor.start}–${anchor.end}, sha256 ${anchor.articleId}`
  })
  return [text, ...(notes.length > 0 ? [notes.join('\n')] : [])].join('\n\n')
}

type Numbers = ReadonlyMap<string, number>

function blocks(nodes: ProseNode[], numbers: Numbers): string[] {
  return nodes.map((node) => block(node, numbers)).filter((text) => text !== '')
}

function block(node: ProseNode, numbers: Numbers): string {
  const children = node.content ?? []
  const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, 1 + Number(node.attrs?.['level'] ?? 1)))} ${inline(children, numbers)}`
    case 'blockquote':
      return `> ${indented(blocks(children, numbers).join('\n\n'), '> ')}`
    case 'bulletList':
      return children.map((item) => `- ${indented(block(item, numbers), '  ')}`).join('\n')
    case 'orderedList':
      return children.map((item, index) => `${index + 1}. ${indented(block(item, numbers), '   ')}`).join('\n')
    case 'codeBlock':
      return `\`\`\`\n${children.map((child) => child.text ?? '').join('')}\n\`\`\``
    case 'horizontalRule':
      return '---'
    default: {
      const isBlock = children.every((child) => child.content !== undefined && child.type !== CITATION_NODE)
      return isBlock && children.length > 0 ? blocks(children, numbers).join('\n\n') : inline(children, numbers)
    }
  }
}

function inline(nodes: ProseNode[], numbers: Numbers): string {
  return nodes
    .map((node) => {
      if (node.type === CITATION_NODE) return `[^${numbers.get(String(node.attrs?.['id'])) ?? '?'}]`
      if (node.type === 'hardBreak') return '\\\n'
      if (node.type === MENTION_NODE) return `[[${inlineWords(node).replace(/[[\]\n]/gu, ' ')}]]`
      const marks = (node.marks ?? []).map((mark) => WRAPS[mark.type] ?? '')
      const text = (node.text ?? '').replace(/[\\`*_[\]<>#]/gu, '\\$&')
      return `${marks.join('')}${text}${marks.reverse().join('')}`
    })
    .join('')
}
