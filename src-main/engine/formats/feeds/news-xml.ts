import type { FormatResult } from '../format-reader'
import { textOfNodes } from '../html-text'
import { textOfMarkup } from '../markup-text'
import { Unreadable } from '../unreadable'
import type { XmlElement } from './xml-tree'

/** Root elements of single stories: NITF, NewsML-G2, NewsML 1, and Reuters' corpus (RCV1). */
const STORIES = new Set(['nitf', 'newsItem', 'NewsItem', 'newsitem'])

/** The stories of a news agency's document; null for another kind of document. */
export function newsItems(root: XmlElement): XmlElement[] | null {
  if (STORIES.has(root.nodeName)) return [root]
  if (root.nodeName !== 'newsMessage' && root.nodeName !== 'NewsML') return null
  return [...root.find('newsItem', 'NewsItem')]
}

/** The article of such a story. Throws `Unreadable` ("no-text") for one that only points to pictures or other items. */
export function articleOfNews(item: XmlElement): FormatResult {
  const nitf = item.nodeName === 'nitf' ? item : [...item.find('nitf')][0]
  return nitf ? merged(nitfArticle(nitf), item === nitf ? null : packagedFacts(item)) : packagedArticle(item)
}

function merged(article: FormatResult, facts: FormatResult['meta'] | null): FormatResult {
  return facts ? { ...article, meta: { ...article.meta, ...facts } } : article
}

/** News Industry Text Format: the printed head and body in their order; what is beside them in the document's data. */
function nitfArticle(nitf: XmlElement): FormatResult {
  const printed = [...nitf.find('hedline', 'byline', 'dateline', 'body.content')]
  const text = printed
    .map((part) => textOfNodes(part).trim())
    .filter((part) => part !== '')
    .join('\n\n')
  const issued = [...nitf.find('date.issue', 'date.release', 'story.date')].map((date) => date.getAttribute('norm'))
  const date =
    issued.find((norm) => norm) ??
    [...nitf.find('pubdata')].map((data) => data.getAttribute('date.publication')).find((day) => day)
  return storyOf(text, {
    title: nitf.words('hl1', 'title'),
    author: nitf.words('person', 'byline').replace(/^by\s+/i, ''),
    place: nitf.words('location'),
    agency:
      [...nitf.find('pubdata')].map((data) => data.getAttribute('name')).find((name) => name) ??
      nitf.words('distributor'),
    date: compactDate(date ?? ''),
  })
}

/** NewsML-G2 and its forerunners: a headline, and the story as a page's elements or as text. */
function packagedArticle(item: XmlElement): FormatResult {
  const facts = packagedFacts(item)
  const contents = [...item.find('inlineXML', 'inlineData', 'DataContent', 'text')]
  const body = contents.map(contentText).reduce((longest, text) => (text.length > longest.length ? text : longest), '')
  const title = facts.title ?? ''
  return storyOf(body.startsWith(title) ? body : [title, body].filter((part) => part !== '').join('\n\n'), facts)
}

function contentText(content: XmlElement): string {
  return [...content.elements()].length > 0 ? textOfNodes(content).trim() : textOfMarkup(content.textContent)
}

function packagedFacts(item: XmlElement): FormatResult['meta'] {
  const provider = [...item.find('provider', 'infoSource', 'Provider')][0]
  const agency = item.words('creditline', 'creditLine', 'CreditLine') || provider?.words('name', 'literal') ||
    provider?.getAttribute('literal') || plainCode(provider?.getAttribute('qcode')) // prettier-ignore
  const published = [...item.elements('metadata')].flatMap((data) => [...data.find('dc')])
    .find((fact) => fact.getAttribute('element') === 'dc.date.published')?.getAttribute('value') // prettier-ignore
  return statedOf({
    title: item.words('headline', 'HeadLine', 'title'),
    author: item.words('byline', 'by', 'ByLine').replace(/^by\s+/i, ''),
    place: [...item.find('located')].map((place) => place.words('name')).join(''),
    agency,
    date: compactDate(
      item.words('contentCreated', 'firstCreated', 'versionCreated', 'FirstCreated', 'DateAndTime') ||
        item.getAttribute('date') ||
        published ||
        '',
    ),
  })
}

const plainCode = (code: string | null | undefined): string => code?.slice(code.indexOf(':') + 1) ?? ''

/** "20181017T091200+0500" as ISO day and time. */
const compactDate = (date: string): string =>
  date.replace(
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}).*)?$/,
    (_, year: string, month: string, day: string, hour?: string, minute?: string) =>
      `${year}-${month}-${day}${hour && minute ? `T${hour}:${minute}` : ''}`,
  )

function statedOf(given: Record<'title' | 'author' | 'place' | 'agency' | 'date', string>): FormatResult['meta'] {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}

function storyOf(text: string, given: FormatResult['meta'] & object): FormatResult {
  if (text.trim() === '') throw new Unreadable('no-text')
  const meta = statedOf({ title: '', author: '', place: '', agency: '', date: '', ...given })
  return { text, encoding: 'xml', confidence: 1, meta, partial: null }
}
