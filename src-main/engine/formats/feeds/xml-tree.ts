import { createHash } from 'node:crypto'
import type { DomElement, DomNode } from '../dom'
import { readXml } from '../xml-events'

/** An element of an XML document. Its names are without prefix and as they are written. It can be walked like a page's element. */
export class XmlElement implements DomElement {
  readonly nodeType = 1
  readonly nodeValue = null
  readonly children: (XmlElement | XmlText)[] = []
  nextSibling: DomNode | null = null

  constructor(
    readonly nodeName: string,
    private readonly attributes: ReadonlyMap<string, string>,
    readonly parentNode: XmlElement | null,
  ) {}

  get firstChild(): DomNode | null {
    return this.children[0] ?? null
  }

  /** All words below it. */
  get textContent(): string {
    let text = ''
    const waiting: (XmlElement | XmlText)[] = [this]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node instanceof XmlText) text += node.nodeValue
      else for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as XmlElement | XmlText)
    }
    return text
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name)
  }

  /** Elements with one of the names below it, in order. */
  *find(...names: string[]): Generator<XmlElement> {
    const waiting: XmlElement[] = [...this.elements()].reverse()
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (names.includes(node.nodeName)) yield node
      waiting.push(...[...node.elements()].reverse())
    }
  }

  /** Child elements, those with one of the names where names are given. */
  *elements(...names: string[]): Generator<XmlElement> {
    for (const child of this.children)
      if (child instanceof XmlElement && (names.length === 0 || names.includes(child.nodeName))) yield child
  }

  /** The words of the first element with one of the names, searched for in the order of the names; white space made single. */
  words(...names: string[]): string {
    for (const name of names)
      for (const element of this.find(name)) {
        const words = element.textContent.replace(/\s+/g, ' ').trim()
        if (words !== '') return words
      }
    return ''
  }

  /** The same among the children alone. */
  childWords(...names: string[]): string {
    for (const name of names)
      for (const element of this.elements(name)) {
        const words = element.textContent.replace(/\s+/g, ' ').trim()
        if (words !== '') return words
      }
    return ''
  }

  /** sha256 of the element with all that is in it, whatever stands around it. */
  hash(): string {
    const digest = createHash('sha256')
    const waiting: (XmlElement | XmlText | null)[] = [this]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node === null) digest.update(')')
      else if (node instanceof XmlText) digest.update(JSON.stringify(node.nodeValue))
      else {
        digest.update(`(${JSON.stringify([node.nodeName, ...node.attributes])}`)
        waiting.push(null)
        for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as XmlElement | XmlText)
      }
    }
    return digest.digest('hex')
  }
}

class XmlText implements DomNode {
  readonly nodeType = 3
  readonly nodeName = '#text'
  readonly firstChild = null
  nextSibling: DomNode | null = null

  constructor(
    readonly nodeValue: string,
    readonly parentNode: XmlElement,
  ) {}
}

/** The root element of a document; null where there is none. Throws `Unreadable` for documents that `readXml` refuses. */
export function parseXml(xml: string): XmlElement | null {
  let root: XmlElement | null = null
  let current: XmlElement | null = null
  const append = (parent: XmlElement, node: XmlElement | XmlText): void => {
    const last = parent.children.at(-1)
    if (last) last.nextSibling = node
    parent.children.push(node)
  }
  readXml(xml, {
    open(name, attributes) {
      const element: XmlElement = new XmlElement(name, attributes, current)
      if (current) append(current, element)
      else root ??= element
      current = element
    },
    text(words) {
      if (current) append(current, new XmlText(words, current))
    },
    close() {
      current = current?.parentNode ?? null
    },
  })
  return root
}
