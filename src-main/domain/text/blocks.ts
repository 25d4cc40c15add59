import type { Range } from './span'

const BULLET = /^(?:[-*•‣▪◦·–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)/u
const FINISHED = /[.!?…:;。！？؟۔।][\s"'”’»)\]】」』]*$/u

interface Line extends Range {
  text: string
  /** A blank line (or nothing) stands before it. */
  first: boolean
}

/**
 * The paragraphs of a text, trimmed, in order. A blank line always ends one. A single line break ends one too, unless the
 * lines are hard-wrapped (mail, terminals): then it only does after a finished sentence on a short line, or before a list item.
 */
export function splitBlocks(text: string): Range[] {
  const lines = readLines(text)
  const width = wrapWidth(lines)
  const blocks: Range[] = []
  let previous: Line | null = null
  for (const line of lines) {
    const last = blocks[blocks.length - 1]
    if (previous && last && !line.first && continues(previous, line, width)) last.end = line.end
    else blocks.push({ start: line.start, end: line.end })
    previous = line
  }
  return blocks
}

function readLines(text: string): Line[] {
  const lines: Line[] = []
  const pattern = /[^\n\r\u2028\u2029\f\v]+/gu
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const trimmed = match[0].trim()
    if (trimmed === '') continue
    const start = match.index + match[0].indexOf(trimmed)
    const breaks = text
      .slice(end, start)
      .replace(/\r\n/gu, '\n')
      .match(/[\n\r\u2028\u2029\f\v]/gu)
    lines.push({
      start,
      end: start + trimmed.length,
      text: trimmed,
      first: lines.length === 0 || (breaks?.length ?? 0) > 1,
    })
    end = start + trimmed.length
  }
  return lines
}

/** The column at which the text was hard-wrapped, 0 when it was not. */
function wrapWidth(lines: Line[]): number {
  const inner = lines.filter((_, i) => lines[i + 1] && !lines[i + 1]?.first)
  if (inner.length < 2) return 0
  const lengths = inner.map((line) => line.text.length).sort((a, b) => a - b)
  const widest = lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0
  if (widest > 140 || widest < 30) return 0
  const full = inner.filter((line) => line.text.length >= 0.7 * widest).length
  const open = inner.filter((line) => !FINISHED.test(line.text)).length
  return full >= 0.6 * inner.length && open >= 0.5 * inner.length ? widest : 0
}

function continues(previous: Line, line: Line, width: number): boolean {
  if (BULLET.test(line.text)) return false
  if (width === 0) return /^\p{Ll}/u.test(line.text) && !FINISHED.test(previous.text)
  if (previous.text.length >= 0.7 * width) return true
  return !FINISHED.test(previous.text) && /^\p{Ll}/u.test(line.text)
}
