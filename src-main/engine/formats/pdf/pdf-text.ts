import { PAGE_BREAK } from '../../../domain/text/page-of'
import type { PdfLine } from './pdf-lines'

const FINISHED = /[.!?…:。！？؟][\s"'”’»)\]]*$/u

/**
 * One text from the lines of all pages: lines of a paragraph joined with a space, paragraphs with a blank line, pages with a form feed,
 * which stands in place of the space where a paragraph runs on. A word divided at the end of a line is put together when the
 * document has it whole elsewhere; else it keeps its hyphen.
 */
export function textOfPages(pages: readonly (readonly PdfLine[])[]): string {
  const words = wholeWords(pages)
  const pitch = usualPitch(pages)
  let text = ''
  let previous: PdfLine | null = null
  let pending = ''
  for (const [number, lines] of pages.entries()) {
    if (number > 0) pending += PAGE_BREAK
    for (const line of lines) {
      const runsOn: boolean =
        previous !== null && (pending === '' ? sameParagraph(previous, line, pitch) : overPages(previous, line))
      if (previous !== null && pending === '' && runsOn) text = joinLines(text, line.text, words)
      else if (pending !== '') text += (runsOn || text === '' ? pending : `\n\n${pending}`) + line.text
      else text += (text === '' ? '' : '\n\n') + line.text
      pending = ''
      previous = line
    }
  }
  return text + pending.replace(/\f+$/, '')
}

/**
 * The distance from one line to the next within paragraphs, as a multiple of the letters' height: the third smallest tenth, since titles
 * and gaps between paragraphs are only ever larger.
 */
function usualPitch(pages: readonly (readonly PdfLine[])[]): number {
  const pitches: number[] = []
  for (const lines of pages)
    for (let i = 1; i < lines.length; i++) {
      const [above, below] = [lines[i - 1], lines[i]]
      if (above && below && above.y > below.y && below.height > 0) pitches.push((above.y - below.y) / below.height)
    }
  pitches.sort((a, b) => a - b)
  return pitches[Math.floor(pitches.length * 0.3)] ?? 1
}

function sameParagraph(previous: PdfLine, line: PdfLine, pitch: number): boolean {
  const size = Math.max(previous.height, line.height)
  if (Math.abs(previous.height - line.height) > 0.2 * size) return false
  const fall = previous.y - line.y
  // To the top of the next column.
  if (fall < -size) return overPages(previous, line)
  if (fall > 1.35 * Math.max(pitch, 1) * size) return false
  const width = Math.max(previous.right - previous.left, 1)
  const indented = line.left - previous.left > 0.8 * size && line.left - previous.left < 0.3 * width
  return !(indented && FINISHED.test(previous.text))
}

/** Whether a paragraph goes on after the end of a page or column: it was not finished there. */
const overPages = (previous: PdfLine, line: PdfLine): boolean =>
  !FINISHED.test(previous.text) &&
  /^[\p{Ll}\p{Lo}\d("“«]/u.test(line.text) &&
  Math.abs(previous.height - line.height) < 1

function joinLines(text: string, line: string, words: ReadonlySet<string>): string {
  const first = /(\p{L}+)-$/u.exec(text.slice(-60))
  const second = /^(\p{Ll}+)/u.exec(line)
  if (!first?.[1] || !second?.[1]) return `${text} ${line}`
  return words.has((first[1] + second[1]).toLowerCase()) ? text.slice(0, -1) + line : text + line
}

function wholeWords(pages: readonly (readonly PdfLine[])[]): Set<string> {
  const words = new Set<string>()
  for (const lines of pages)
    for (const { text } of lines) for (const [word] of text.matchAll(/\p{L}{4,}/gu)) words.add(word.toLowerCase())
  return words
}
