import { documentProperties } from './document-properties'
import { parseHtml } from './dom'
import type { FormatReader } from './format-reader'
import { limitDepth } from './html-depth'
import { textOfNodes } from './html-text'
import { Unreadable } from './unreadable'
import { readXml } from './xml-events'
import { openPackage, type Package } from './zip/package'

/** E-books: the chapters in reading order. */
export const epubReader: FormatReader = {
  name: 'epub',
  read({ bytes }) {
    const file = openPackage(bytes)
    const rights = file.read('META-INF/encryption.xml')
    const root = packagePath(file)
    const description = file.read(root)
    if (description === null) throw new Unreadable('damaged', 'it has no table of its parts')
    const chapters = readingOrder(description, root)
    const texts: string[] = []
    for (const chapter of chapters) {
      const page = rights?.includes(chapter) ? null : file.read(chapter)
      if (page !== null) texts.push(textOfNodes(parseHtml(limitDepth(page).html).documentElement))
    }
    if (texts.length === 0 && rights !== null && chapters.length > 0) throw new Unreadable('encrypted')
    const text = texts.filter((chapter) => chapter.trim() !== '').join('\n\n')
    const { meta, made } = documentProperties(description, text)
    const partial =
      texts.length < chapters.length
        ? ({
            cause: 'incomplete',
            detail: `${chapters.length - texts.length} of ${chapters.length} chapters are missing`,
          } as const)
        : null
    return { text, encoding: 'utf-8', confidence: 1, meta, ...(made ? { made } : {}), partial }
  },
}

function packagePath(file: Package): string {
  const container = file.read('META-INF/container.xml')
  const paths: string[] = []
  if (container !== null)
    readXml(container, {
      open(name, attributes) {
        if (name === 'rootfile') paths.push(attributes.get('full-path') ?? '')
      },
    })
  return paths[0] ?? file.names.find((name) => name.endsWith('.opf')) ?? ''
}

/** Paths of the chapters, as the spine orders them. */
function readingOrder(description: string, root: string): string[] {
  const folder = root.replace(/[^/]*$/, '')
  const manifest = new Map<string, string>()
  const chapters: string[] = []
  readXml(description, {
    open(name, attributes) {
      if (name === 'item') {
        const href = attributes.get('href') ?? ''
        manifest.set(attributes.get('id') ?? '', resolvePath(folder, href))
      } else if (name === 'itemref') {
        const path = manifest.get(attributes.get('idref') ?? '')
        if (path !== undefined) chapters.push(path)
      }
    },
  })
  return chapters
}

function resolvePath(folder: string, href: string): string {
  const parts: string[] = []
  for (const part of `${folder}${unescapeUrl(href.replace(/#.*$/s, ''))}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function unescapeUrl(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
