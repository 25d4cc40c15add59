import type { DomElement, DomNode } from './dom'

const ELEMENT = 1
const TEXT = 3

const HIDDEN = new Set(
  'script style noscript template head title iframe object embed svg math canvas video audio media media-reference select textarea button form nav input'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  `address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li
  block body.content byline dateline hedline hl1 hl2
  main ol p pre section summary table tbody tfoot thead tr ul caption`.split(/\s+/),
)

/**
 * The text a reader sees: white space as a browser shows it, a blank line between blocks, a line break for `<br>`, a tab between
 * cells. Walked without recursion, so that no depth of nesting runs out of stack. Its paragraphs are the page's blocks.
 */
export function textOfNodes(root: DomNode): string {
  const writer = new TextWriter()
  let node: DomNode | null = root
  while (node) {
    const enter = writer.open(node)
    const next: DomNode | null = enter ? node.firstChild : null
    if (next) {
      node = next
      continue
    }
    while (node) {
      writer.close(node)
      if (node === root) return writer.text()
      if (node.nextSibling) {
        node = node.nextSibling
        break
      }
      node = node.parentNode
    }
  }
  return writer.text()
}

class TextWriter {
  private readonly parts: string[] = []
  /** White space owed before the next word. */
  private gap: '' | ' ' | '\t' | '\n' | '\n\n' = ''
  private empty = true
  private preformatted = 0

  /** Whether the children are to be visited. */
  open(node: DomNode): boolean {
    if (node.nodeType === TEXT) this.words(node.nodeValue ?? '')
    if (node.nodeType !== ELEMENT) return false
    const name = node.nodeName.toLowerCase()
    if (HIDDEN.has(name) || isHidden(node)) return false
    if (name === 'br') this.break('\n')
    else if (name === 'td' || name === 'th') this.break('\t')
    else if (BLOCKS.has(name)) this.break('\n\n')
    if (name === 'pre') this.preformatted++
    return true
  }

  close(node: DomNode): void {
    if (node.nodeType !== ELEMENT) return
    const name = node.nodeName.toLowerCase()
    if (HIDDEN.has(name)) return
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1)
    if (BLOCKS.has(name)) this.break('\n\n')
  }

  text(): string {
    return this.parts.join('')
  }

  private break(gap: '\t' | '\n' | '\n\n'): void {
    if (gap === '\n' && this.gap === '\n') this.gap = '\n\n'
    else if (gap.length > this.gap.length || this.gap === ' ' || this.gap === '') this.gap = gap
  }

  private words(value: string): void {
    const text = this.preformatted > 0 ? value.replace(/\r\n?/g, '\n') : value.replace(/[ \t\n\r\f]+/g, ' ')
    const trimmed = text.replace(/^[ \n]+|[ \n]+$/g, '')
    if (trimmed === '') {
      if (text !== '' && this.gap === '') this.gap = ' '
      return
    }
    if (/^[ \n]/.test(text) && this.gap === '') this.gap = ' '
    if (!this.empty) this.parts.push(this.gap)
    this.parts.push(trimmed)
    this.empty = false
    this.gap = /[ \n]$/.test(text) ? ' ' : ''
  }
}

function isHidden(node: DomNode): boolean {
  const element = node as DomElement
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
}
