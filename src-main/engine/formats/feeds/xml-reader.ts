import type { FormatReader } from '../format-reader'
import { textOfNodes } from '../html-text'
import { Unreadable } from '../unreadable'
import { decodeXml } from './decode-xml'
import { articleOfNews, newsItems } from './news-xml'
import { parseXml } from './xml-tree'

/** XML that is one article: a story of a news agency, or any document, whose words are then taken in their order. */
export const xmlReader: FormatReader = {
  name: 'xml',
  async read({ bytes }) {
    const root = parseXml(await decodeXml(bytes))
    if (!root) throw new Unreadable('damaged')
    const story = newsItems(root)?.[0]
    if (story) return articleOfNews(story)
    const text = textOfNodes(root).trim()
    return { text, encoding: 'xml', confidence: 1, meta: {}, partial: null }
  },
}
