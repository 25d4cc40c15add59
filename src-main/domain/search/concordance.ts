import type { Range } from '../text/span'

/** One place of a word with what stands around it; offsets are of the match in the article's text (UTF-16). */
export interface KeywordLine extends Range {
  left: string
  keyword: string
  right: string
}

/** Characters shown on each side. */
const WIDTH = 70
const SPACES = /\s+/gu
const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** Keyword-in-context lines of an article, one for each match, cut at words; line breaks are shown as spaces. */
export function keywordLines(text: string, matches: readonly Range[]): KeywordLine[] {
  return matches.map(({ start, end }) => ({
    start,
    end,
    left: cutLeft(text.slice(Math.max(0, start - WIDTH), start), start > WIDTH),
    keyword: text.slice(start, end).replace(SPACES, ' '),
    right: cutRight(text.slice(end, end + WIDTH), end + WIDTH < text.length),
  }))
}

function cutLeft(piece: string, cut: boolean): string {
  const plain = piece.replace(SPACES, ' ')
  return cut && plain.includes(' ') ? plain.slice(plain.indexOf(' ')).trimStart() : plain.trimStart()
}

function cutRight(piece: string, cut: boolean): string {
  const plain = piece.replace(SPACES, ' ')
  return cut && plain.includes(' ') ? plain.slice(0, plain.lastIndexOf(' ')).trimEnd() : plain.trimEnd()
}

/** What lines are sorted by: the first, second or third word beside the keyword, the keyword itself, or the order of the text. */
export const LINE_ORDERS = ['text', 'keyword', 'left1', 'left2', 'left3', 'right1', 'right2', 'right3'] as const
export type LineOrder = (typeof LINE_ORDERS)[number]

/** The words a line is sorted by: from the one asked for outwards, so that equal neighbours are told apart by the next ones. */
export function lineKey(line: KeywordLine, order: LineOrder): string {
  if (order === 'text') return ''
  if (order === 'keyword') return line.keyword.toLowerCase()
  const side = order.startsWith('left') ? 'left' : 'right'
  const words = (line[side].toLowerCase().match(WORDS) ?? []) as string[]
  const outwards = side === 'left' ? words.reverse() : words
  return outwards.slice(Number(order.slice(-1)) - 1).join(' ')
}

/** The lines sorted; those without a word there come last, equal ones keep their order. */
export function sortLines<L extends KeywordLine>(lines: readonly L[], order: LineOrder): L[] {
  if (order === 'text') return [...lines]
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' })
  return lines
    .map((line) => ({ line, key: lineKey(line, order) }))
    .sort((a, b) => (a.key === '' ? 1 : 0) - (b.key === '' ? 1 : 0) || compare(a.key, b.key))
    .map(({ line }) => line)
}

/** The words beside the keyword, most frequent first: its company. */
export function neighbours(
  lines: readonly KeywordLine[],
  side: 'left' | 'right',
  most: number,
): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const word = lineKey(line, `${side}1`).split(' ')[0] ?? ''
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most)
}
