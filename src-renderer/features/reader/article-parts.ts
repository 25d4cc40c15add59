import type { ArticleView } from '@contract/article'

export type ArticlePart = 'headline' | 'preamble' | 'story'

/** A line as a headline would print it: without the marks of Markdown headings, white space evened out. */
const asHeadline = (words: string) =>
  words
    .replace(/^#{1,6}\s+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** A title that is a whole paragraph (a dispatch without a headline) is read as the paragraph it is. */
const LONGEST_HEADLINE = 200
export const isHeadline = (title: string | null): title is string =>
  title !== null && title.length <= LONGEST_HEADLINE && !/[。！？]./u.test(title)

/**
 * What each paragraph is: the headline where the text prints the title, what stands before the story, or the story. Only
 * how a paragraph is set depends on it; its words never do.
 */
export function articleParts({
  text,
  title,
  blocks,
  header,
}: Pick<ArticleView, 'text' | 'title' | 'blocks' | 'header'>): ArticlePart[] {
  const words = blocks.map(({ start, end }) => text.slice(start, end))
  const wanted = isHeadline(title) ? asHeadline(title) : ''
  // Far down in the story the same words are a quotation of the headline, not the headline.
  const headline = wanted === '' ? -1 : words.slice(0, 8).findIndex((line) => asHeadline(line) === wanted)
  const story = Math.max(header.bodyStart, headline >= 0 ? (blocks[headline]?.end ?? 0) : 0)
  return blocks.map(({ end }, i) => (i === headline ? 'headline' : end <= story ? 'preamble' : 'story'))
}
