import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** The little of the DOM that reading a page takes; this side of the program is compiled without the browser's types. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly parentNode: DomNode | null
}

export interface DomElement extends DomNode {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly title: string
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number }
}

/** The parser takes the first element for the page's root and loses what stands beside it; a browser adds what is missing. */
function wholePage(html: string): string {
  if (/<html[\s>]/i.test(html)) return html
  return /<(?:body|head)[\s>]/i.test(html)
    ? `<!doctype html><html>${html}</html>`
    : `<!doctype html><html><body>${html}</body></html>`
}

/** Parses a page. Nothing in it runs and nothing is fetched. */
export function parseHtml(html: string): DomDocument {
  return parseHTML(wholePage(html)).document
}

/** What Readability takes for the page's main part, with its idea of the title; null where it finds none. */
export function mainPart(html: string): { content: DomNode; title: string } | null {
  // It changes the document it works on, so it gets its own.
  const copy = parseHTML(wholePage(html)).document
  try {
    const found = new Readability<unknown>(copy, { serializer: (node) => node, charThreshold: 200 }).parse()
    return found?.content ? { content: found.content as DomNode, title: found.title ?? '' } : null
  } catch {
    // It takes for granted what a browser's parser makes sure of (a body, for one); damaged pages may come without.
    return null
  }
}
