import { agencyName } from './agency-names'
import { dateAt, type FoundDate } from './date-formats'
import { CHINESE_HOUSE } from './wire-header-chinese'
import { fieldOf, type StatedHeader } from './front-matter'

/** What the lines above the story say: labelled values, headline, byline, a line that is only a date. */
export interface HeadLines {
  stated: StatedHeader
  title: string | null
  author: string | null
  agency: string | null
  date: FoundDate | null
  /** Where the first line of the story starts. */
  storyStart: number
}

const MOST_HEAD_LINES = 12
const LABELLED = /^([A-Za-z][A-Za-z_-]{1,20})\s*:\s+(\S.*)$/
/** Lines that head a mail and are neither headline nor story. */
const MAIL_LABEL = /^(?:from|to|cc|sent)$/i
const BYLINE =
  /^(?:by|par|por|von|автор:?|авторы?:?|بقلم:?|written by|reporting by|story by)\s+(\p{Lu}[^.!?:;]{2,80}?)\s*$/iu

/** "2018年10月18日 东岸新闻": day and house on a line of their own. */
const SIGNED_DATE = new RegExp(`^(.*日)[ \\u3000]+(${CHINESE_HOUSE})$`, 'u')

/**
 * Reads the lines from `at` on until the first one that is running text.
 * @param author as the page or the front matter states it: a line of just that name is a byline without "by"
 */
export function readHeadLines(
  text: string,
  at: number,
  author: string | null,
  isWire: (lineStart: number) => boolean,
): HeadLines {
  const head: HeadLines = { stated: {}, title: null, author: null, agency: null, date: null, storyStart: at }
  let start = skipBlank(text, at)
  for (let n = 0; n < MOST_HEAD_LINES && start < text.length; n++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end).trim()
    if (isWire(start)) break
    if (author !== null && line === author) head.author ??= author
    else if (!takeLine(head, line, newline >= 0 && /\S/.test(text.slice(end)))) break
    start = skipBlank(text, end)
  }
  head.storyStart = start
  return head
}

function skipBlank(text: string, at: number): number {
  let i = at
  while (i < text.length && /\s/.test(text.charAt(i))) i++
  return i
}

/** Takes the line into `head`; false when it is the story. */
function takeLine(head: HeadLines, line: string, moreFollows: boolean): boolean {
  const byline = BYLINE.exec(line)
  if (byline?.[1] && line.length < 100 && /\p{Lu}/u.test(byline[1].charAt(0))) {
    takeByline(head, byline[1])
    return true
  }
  const labelled = LABELLED.exec(line)
  const field = labelled?.[1] ? fieldOf(labelled[1]) : null
  if (field && labelled?.[2] && line.length <= 200) {
    head.stated[field] ??= labelled[2].trim()
    return true
  }
  if (labelled?.[1] && MAIL_LABEL.test(labelled[1])) return true
  const signed = SIGNED_DATE.exec(line)
  const date = dateLine(signed?.[1] ?? line)
  if (date) {
    head.date ??= date
    if (signed?.[2] && head.agency === null) head.agency = agencyName(signed[2])
    return true
  }
  if (head.title === null && moreFollows && looksLikeHeadline(line)) {
    head.title = line.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '')
    return true
  }
  return head.title !== null && /^(?:={3,}|-{3,})$/.test(line)
}

/** "Jane Roe", "Jane Roe, Reuters", "Jane Roe and John Doe | AFP". */
function takeByline(head: HeadLines, words: string): void {
  const [author, outlet] = words.split(/\s*[,|–—]\s+|\s+\|\s+/u)
  if (author && head.author === null) head.author = author.trim()
  // "Par Solène Arquet, à Lirane" says from where.
  const where = /^(?:à|au|en|in|at|from|aus|в|из|na|de)\s/iu.test(outlet ?? '')
  if (outlet && !where && head.agency === null) head.agency = agencyName(outlet.trim())
}

/** A line that says when and nothing else: "March 3, 2019 11:20 am", "Published: 2019-03-12", "Updated 12/03/2019". */
function dateLine(line: string): FoundDate | null {
  const label =
    /^(?:published|updated|posted|date|last updated|опубликовано|дата)?(?:\s+on)?\s*:?\s*/iu.exec(line)?.[0].length ?? 0
  const date = dateAt(line, label)
  if (!date) return null
  const rest = line.slice(date.end)
  return /^[\s,.|-]*(?:[A-Z]{2,4}|local time)?(?:[\s,.|-]*(?:updated|modified)\b.*)?$/u.test(rest) ? date : null
}

/**
 * A headline: one short line without a closing full stop, above more text. Running text ends its paragraph with a stop, a
 * quotation mark or a colon; a list item or a lone name in brackets is none either.
 */
export function looksLikeHeadline(line: string): boolean {
  if (line.length < 2 || line.length > 180 || line.split(/\s+/).length > 26) return false
  if (/^[-*•–—>|"“«(]/u.test(line) && !/^["“«][^"”»]+["”»][,:]?\s+\S/u.test(line)) return false
  if (/(?:[.。…:;,؛،-]|[.!?]["”»'])$/u.test(line) && !/\b(?:[A-Z]\.){2,}$/.test(line)) return false
  return /\p{L}/u.test(line)
}
