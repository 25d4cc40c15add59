import { decode } from '../decode/decode'
import { mainPart, parseHtml, type DomDocument } from './dom'
import type { FormatReader, FormatResult, RawFile } from './format-reader'
import { declaredCharset } from './html-charset'
import { readHtmlMeta } from './html-meta'
import { textOfNodes } from './html-text'
import { limitDepth } from './html-depth'

/** Deeper or larger pages are read without looking for their main text: Readability walks recursively. */
const MOST_NODES = 60_000

/** Saved web pages: the main text with its paragraphs, and what the page says about itself. Scripts and styles never run. */
export const htmlReader: FormatReader = {
  name: 'html',
  async read(file: RawFile): Promise<FormatResult> {
    const {
      text: source,
      encoding,
      confidence,
      damaged,
    } = await decode(file.bytes, file.charset ?? declaredCharset(file.bytes), file.encoding)
    const { html, cut } = limitDepth(source)
    const document = parseHtml(html)
    const meta = readHtmlMeta(document)
    // Readability takes seconds for elements hundreds of levels deep, and such a page has no story to find.
    const text = cut ? textOfNodes(document.documentElement) : mainText(html, document)
    const partial = damaged
      ? ({ cause: 'invalid-bytes' } as const)
      : cut
        ? ({ cause: 'incomplete', detail: 'nested more than 512 levels deep' } as const)
        : null
    return { text, encoding, confidence, meta, partial }
  },
}

/**
 * Our own text of the page: what Readability takes for the main part, walked once here, so that offsets do not hang on its
 * idea of white space. Where it finds little, the whole body is taken.
 */
function mainText(html: string, document: DomDocument): string {
  const whole = textOfNodes(document.documentElement)
  if (document.querySelectorAll('*').length > MOST_NODES) return whole
  const article = mainPart(html)
  if (!article) return whole
  const main = withinStory(textOfNodes(article.content), document)
  if (main.length < 200 && whole.length > 3 * main.length) return whole
  const headline = headlineOf(document, article.title)
  return headline !== '' && !main.slice(0, headline.length + 200).includes(headline) ? `${headline}\n\n${main}` : main
}

/**
 * What of the main text the page itself marks as the story. Readability joins neighbours that look like prose (a ticker of headlines,
 * an imprint); the element `article`, or schema.org's `articleBody`, says where the story ends. A page that marks less than half of
 * its main text so (a list of teasers) is taken whole.
 */
function withinStory(main: string, document: DomDocument): string {
  let story = ''
  for (const marked of document.querySelectorAll('article, [itemprop~="articleBody"]')) {
    const text = textOfNodes(marked)
    if (text.length > story.length) story = text
  }
  const kept = main
    .split('\n\n')
    .filter((block) => story.includes(block))
    .join('\n\n')
  return kept.length * 2 >= main.length ? kept : main
}

/** The page's own headline, which Readability drops from the text: the first h1 that the title speaks of. */
function headlineOf(document: DomDocument, title: string): string {
  for (const heading of document.querySelectorAll('h1')) {
    const text = textOfNodes(heading).replace(/\s+/g, ' ').trim()
    if (text !== '' && (title === '' || title.includes(text) || text.includes(title))) return text
  }
  return ''
}
