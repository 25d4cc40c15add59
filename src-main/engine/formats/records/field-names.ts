/** What a column or key can tell of an article. */
export type RecordField = 'text' | 'title' | 'date' | 'author' | 'agency' | 'place'

/**
 * Names that columns and keys go by in exports of news databases, scrapers and content systems, best first, in lower case without
 * spaces, hyphens and underscores.
 */
const NAMES: Record<RecordField, readonly string[]> = {
  text: [
    'fulltext', 'articletext', 'articlebody', 'articlecontent', 'bodytext', 'maintext', 'text', 'body', 'content', 'contenttext', 'contenthtml',
    'contentencoded', 'article', 'story', 'storytext', 'newstext', 'message', 'post', 'tweet', 'caption', 'rawtext', 'cleantext', 'plaintext', 'html', 'transcript',
    'description', 'summary', 'abstract', 'snippet', 'lead', 'leadparagraph', 'trailtext',
    'текст', 'содержание', 'содержимое', 'мәтін', 'texto', 'contenido', 'contenu', 'texte', 'inhalt', 'volltext', 'testo', '正文', '内容', '全文', '本文', 'النص', 'نص',
  ],
  title: [
    'title', 'headline', 'articletitle', 'newstitle', 'headlinetext', 'heading', 'webtitle', 'headlinemain', 'head', 'hed', 'subject', 'name',
    'заголовок', 'название', 'тақырып', 'titulo', 'título', 'titre', 'titel', 'überschrift', 'titolo', '标题', '題名', 'タイトル', 'العنوان',
  ],
  date: [
    'datepublished', 'publicationdate', 'publisheddate', 'publishdate', 'publishedat', 'published', 'pubdate', 'webpublicationdate', 'date',
    'datetime', 'firstpublished', 'issued', 'created', 'createdat', 'datecreated', 'timestamp', 'time', 'day', 'isodate', 'updated', 'modified',
    'дата', 'датапубликации', 'күні', 'fecha', 'datum', 'data', '日期', '发布时间', 'التاريخ',
  ],
  author: ['author', 'authors', 'byline', 'bylineoriginal', 'creator', 'writer', 'journalist', 'reporter', 'by', 'автор', 'авторы', 'autor', 'auteur', 'autore', '作者'],
  agency: [
    'agency', 'source', 'sourcename', 'publisher', 'publication', 'publicationname', 'outlet', 'medium', 'media', 'newspaper', 'site', 'sitename', 'website', 'domain',
    'provider', 'feed', 'источник', 'издание', 'агентство', 'fuente', 'quelle', 'fonte', '来源',
  ],
  place: ['dateline', 'place', 'location', 'city', 'место', 'город', 'lugar', 'ort', 'lieu', '地点'],
} // prettier-ignore

/** How well a name fits a field: 0 is best; null when it does not. Of a key within others ("fields.body") the last part counts. */
export function rankOfName(field: RecordField, name: string): number | null {
  const last = name.slice(name.lastIndexOf('.') + 1)
  for (const candidate of [name, last]) {
    const plain = candidate
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_\-.:]+/gu, '')
    const rank = NAMES[field].indexOf(plain)
    if (rank >= 0) return rank
  }
  return null
}
