import type { StatedHeader } from '../../domain/article/front-matter'
import type { HeaderOrigin } from '../../domain/extract/types'
import type { DomDocument } from './dom'

type HtmlMeta = StatedHeader & { dateOrigin?: HeaderOrigin }

const DATE_NAMES = ['article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.date',
  'pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime'] // prettier-ignore
const TITLE_NAMES = ['og:title', 'twitter:title', 'dc.title', 'headline']
const AUTHOR_NAMES = ['author', 'article:author', 'dc.creator', 'byl', 'parsely-author']
const SITE_NAMES = ['og:site_name', 'dc.publisher', 'publisher', 'source', 'application-name']

/** What a page says about itself in `<meta>`, JSON-LD, `<time>` and `<title>`. JSON-LD is trusted first: it names its fields. */
export function readHtmlMeta(document: DomDocument): HtmlMeta {
  const stated = jsonLd(document)
  const named = metaValues(document)
  const first = (names: string[]) => names.map((name) => named.get(name)).find((value) => value)
  const metaDate = first(DATE_NAMES) ?? timeOf(document)
  const meta: HtmlMeta = {}
  const put = (key: keyof StatedHeader, value: string | undefined) => {
    const text = value?.replace(/\s+/g, ' ').trim()
    if (text) meta[key] = text.slice(0, 1000)
  }
  put('title', stated.title ?? first(TITLE_NAMES) ?? document.querySelector('h1')?.textContent ?? document.title)
  put('author', stated.author ?? notUrl(first(AUTHOR_NAMES)))
  put('agency', stated.agency ?? first(SITE_NAMES))
  put('place', stated.place)
  put('date', stated.date ?? metaDate)
  if (meta.date) meta.dateOrigin = stated.date ? 'json-ld' : 'meta'
  return meta
}

const notUrl = (value: string | undefined) => (value && /^https?:/i.test(value) ? undefined : value)

function metaValues(document: DomDocument): Map<string, string> {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = element.getAttribute('content')
    if (name && content && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), content)
  }
  return values
}

function timeOf(document: DomDocument): string | undefined {
  const element = document.querySelector(
    'time[pubdate], time[itemprop="datePublished"], article time[datetime], header time[datetime], time[datetime]',
  )
  return element?.getAttribute('datetime') ?? undefined
}

const ARTICLE_TYPES = /^(?:\w*article|report|blogposting|liveblogposting|newsitem)$/i

/** The first article that the page's JSON-LD speaks of. Broken JSON is passed over. */
function jsonLd(document: DomDocument): StatedHeader {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? ''
    if (source.length > 500_000) continue
    try {
      const found = findArticle(JSON.parse(source) as unknown, 0)
      if (found) return stateOf(found)
    } catch {
      // Saved pages often carry JSON cut in the middle; the other sources of the same facts are used then.
    }
  }
  return {}
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

function findArticle(value: unknown, depth: number): Fields | null {
  if (!isFields(value) || depth > 4) return null
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) {
      const found = findArticle(item, depth + 1)
      if (found) return found
    }
    return null
  }
  const types = [value['@type']].flat()
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type))) return value
  return findArticle(value['@graph'] ?? value['mainEntity'], depth + 1)
}

function stateOf(article: Fields): StatedHeader {
  const stated: StatedHeader = {}
  const put = (key: keyof StatedHeader, value: string | null) => {
    if (value) stated[key] = value
  }
  put('title', textOf(article['headline']) ?? textOf(article['name']))
  put('date', textOf(article['datePublished']) ?? textOf(article['dateCreated']))
  put('author', nameOf(article['author']) ?? nameOf(article['creator']))
  put('agency', nameOf(article['sourceOrganization']) ?? nameOf(article['publisher']))
  put('place', textOf(article['dateline']) ?? nameOf(article['locationCreated']))
  return stated
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter((name) => name !== null)
    return names.length > 0 ? names.join(', ') : null
  }
  return isFields(value) ? textOf(value['name']) : textOf(value)
}
