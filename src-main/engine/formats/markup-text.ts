import { parseHtml } from './dom'
import { limitDepth } from './html-depth'
import { textOfNodes } from './html-text'

const MARKUP =
  /<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|table|blockquote|article|html|body)\b[^>]*>|<\/[a-z][a-z0-9]*>/i
const ENTITY = /&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,8});/i

/** The words of a value that may be HTML, as they come in tables and feeds; plain text stays as it is. */
export function textOfMarkup(value: string): string {
  if (!MARKUP.test(value) && !ENTITY.test(value)) return value.trim()
  // Line breaks of plain text with a stray entity in it would be lost in a page.
  const html = MARKUP.test(value) ? value : `<pre>${value.replaceAll('<', '&lt;')}</pre>`
  return textOfNodes(parseHtml(limitDepth(html).html).documentElement).trim()
}
