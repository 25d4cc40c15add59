import type { FormatResult } from '../format-reader'
import { textOfNodes } from '../html-text'
import { textOfMarkup } from '../markup-text'
import { Unreadable } from '../unreadable'
import type { XmlElement } from './xml-tree'

/** An item of a feed with what its feed says of all. */
export interface FeedItem {
  element: XmlElement
  /** What tells it from the others for good; '' where the feed gives nothing. */
  id: string
  agency: string
}

/** The items of RSS 0.9 to 2.0, RDF Site Summary and Atom; null for another kind of document. */
export function feedItems(root: XmlElement): FeedItem[] | null {
  const name = root.nodeName.toLowerCase()
  if (name !== 'rss' && name !== 'rdf' && name !== 'feed') return null
  const agency =
    [...root.elements('channel'), root].map((element) => element.childWords('title')).find((title) => title !== '') ??
    ''
  return [...root.find(name === 'feed' ? 'entry' : 'item')].map((element) => ({ element, agency, id: idOf(element) }))
}

const idOf = (item: XmlElement): string =>
  item.childWords('guid', 'id', 'link') || [...item.elements('link')].map((link) => link.getAttribute('href') ?? '').join('') ||
  item.getAttribute('about') || '' // prettier-ignore

/** The article of an item: headline and the longest of the texts it carries. Throws `Unreadable` ("no-text") for an empty one. */
export function articleOfItem({ element, agency }: FeedItem): FormatResult {
  const title = textOfMarkup(element.childWords('title')).replace(/\s+/g, ' ')
  const body = [...element.elements('encoded', 'content', 'description', 'summary', 'body')]
    .map(bodyOf)
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '')
  const text = [title, body.startsWith(title) ? body.slice(title.length).trim() : body]
    .filter((part) => part !== '')
    .join('\n\n')
  if (text === '') throw new Unreadable('no-text')
  const date = element.childWords('pubDate', 'published', 'date', 'issued', 'created', 'updated', 'modified')
  const author = authorOf(element)
  const source = [...element.elements('source')].map((from) => from.childWords('title') || from.textContent.trim())[0]
  return {
    text,
    encoding: 'xml',
    confidence: 1,
    meta: {
      ...(title ? { title } : {}),
      ...(date ? { date: withoutWeekday(date) } : {}),
      ...(author ? { author } : {}),
      ...((source ?? agency) ? { agency: source ?? agency } : {}),
    },
    partial: null,
  }
}

/** Atom may carry a page's elements themselves; all others carry them as text. */
function bodyOf(element: XmlElement): string {
  const isPage = element.getAttribute('type') === 'xhtml' || [...element.elements()].length > 0
  return isPage ? textOfNodes(element).trim() : textOfMarkup(element.textContent)
}

/** "Ann Lee" of Dublin Core, Atom's person, or RSS's "ann@example.org (Ann Lee)". */
function authorOf(item: XmlElement): string {
  const names = [...item.elements('creator', 'author')].map((person) => {
    const words = person.childWords('name') || person.textContent.replace(/\s+/g, ' ').trim()
    return /\(([^)]+)\)\s*$/.exec(words)?.[1] ?? words
  })
  return [...new Set(names.filter((name) => name !== ''))].join(', ')
}

const withoutWeekday = (date: string): string => date.replace(/^\p{L}+,\s*/u, '')
