import type { ByteSource } from '../byte-source'
import { decodeXml } from '../feeds/decode-xml'
import { articleOfItem, feedItems } from '../feeds/feed-items'
import { articleOfNews, newsItems } from '../feeds/news-xml'
import { parseXml, type XmlElement } from '../feeds/xml-tree'
import { Unreadable } from '../unreadable'
import type { ContainerReader, Member } from './container'
import { uniqueNames } from './unique-names'

/** Read whole, up to here: feeds are lists of some hundred items. */
const MOST_BYTES = 50_000_000

/** A reader for a feed, or a message of several stories; null for a single story or another kind of XML. */
export async function feedContainer(source: ByteSource): Promise<ContainerReader | null> {
  if (source.size > MOST_BYTES) return null
  const root = parseDocument(await decodeXml(source.read(0, source.size)))
  const members = root && membersOf(root)
  return members && { name: root.nodeName === 'feed' ? 'atom' : feedName(root), members: () => members }
}

const feedName = (root: XmlElement): string => (feedItems(root) ? 'rss' : 'newsml')

/** What is unsafe or broken is told by the one who reads the file as a single article. */
function parseDocument(xml: string): XmlElement | null {
  try {
    return parseXml(xml)
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

function membersOf(root: XmlElement): Member[] | null {
  const unique = uniqueNames()
  const items = feedItems(root)
  if (items)
    return items.map((item, i) => ({
      name: unique(nameOf(item.id) || String(i + 1)),
      modified: null,
      read: () => ({ hash: item.element.hash(), result: articleOfItem(item) }),
    }))
  const stories = newsItems(root)
  if (!stories || stories[0] === root) return null
  return stories.map((story, i) => ({
    name: unique(nameOf(story.getAttribute('guid') ?? '') || String(i + 1)),
    modified: null,
    read: () => ({ hash: story.hash(), result: articleOfNews(story) }),
  }))
}

/** An id as a name: feeds put new items in front, so that a number would mean another article tomorrow. */
const nameOf = (id: string): string =>
  id.replace(/^[a-z]+:\/\//i, '').replace(/[\p{Cc}\\]/gu, '').replace(/!\//g, '/').slice(0, 200) // prettier-ignore
