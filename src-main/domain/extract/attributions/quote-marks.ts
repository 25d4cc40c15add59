import type { Document } from '../document'

/** A stretch between quotation marks, within one paragraph. */
export interface Quote {
  /** Offsets with the marks. */
  start: number
  end: number
  /** Offsets of the words without the marks. */
  from: number
  to: number
  block: number
  /** False where the paragraph ends before the mark is closed. */
  closed: boolean
  /** Quotes of one speech over several paragraphs share the number. */
  run: number
}

const OPENERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‘': '’',
}
const LETTER = /[\p{L}\p{N}]/u

/**
 * The outermost quotations of a text, paragraph by paragraph. Straight and curly marks, guillemets, and single marks where they cannot
 * be apostrophes. A quotation left open goes on in the next paragraph when that re-opens the marks, or when a later one closes them.
 */
export function findQuotes(doc: Document): Quote[] {
  const marks = readMarks(doc.text)
  const quotes: Quote[] = []
  let run = 0
  let open: Quote | null = null
  for (let block = 0; block < doc.blocks.length; block++) {
    const range = doc.blocks[block]
    if (!range) continue
    const reopened = open !== null && isDouble(marks.charAt(range.start))
    const carried = open !== null && !reopened && closesFirst(doc, marks, block)
    const found = quotesOfBlock(doc, marks, block, carried ? range.start : -1)
    for (const [k, quote] of found.entries()) {
      if (!(k === 0 && (reopened || carried))) run++
      quote.run = run
      quotes.push(quote)
    }
    const last = found[found.length - 1]
    open = last && !last.closed ? last : null
  }
  return quotes
}

/** The text with two single marks (''…'', ``…'') read as one double mark and a filler, so that offsets stay. */
function readMarks(text: string): string {
  if (!text.includes("''") && !text.includes('``')) return text
  return text.replaceAll("''", `"${FILLER}`).replaceAll('``', `“${FILLER}`)
}

const FILLER = '\u0001'
const isDouble = (mark: string) => mark === '"' || mark === '“' || mark === '«' || mark === '„'

/** Whether a paragraph closes a quotation it did not open, as in a speech whose paragraphs open no marks again. */
function closesFirst(doc: Document, marks: string, block: number): boolean {
  for (let b = block; b < Math.min(block + 3, doc.blocks.length); b++) {
    const range = doc.blocks[b]
    if (!range) continue
    for (let i = range.start; i < range.end; i++) {
      const mark = marks.charAt(i)
      if (mark === '”' || mark === '»') return true
      if (mark === '“' || mark === '«' || mark === '„') return false
      if (mark === '"') return !opensStraight(marks, i, range.start)
    }
  }
  return false
}

/** A straight mark opens after space or an opening bracket and before a word. */
function opensStraight(text: string, i: number, blockStart: number): boolean {
  const before = i > blockStart ? text.charAt(i - 1) : ' '
  const after = text.charAt(text.charAt(i + 1) === FILLER ? i + 2 : i + 1)
  const spaced = /[\s([{—–\-/]/.test(before)
  if (spaced && /\S/.test(after)) return true
  return !/\S/.test(before) && /\S/.test(after)
}

function quotesOfBlock(doc: Document, text: string, block: number, carriedFrom: number): Quote[] {
  const range = doc.blocks[block]
  if (!range) return []
  const quotes: Quote[] = []
  let opener = carriedFrom >= 0 ? '"' : ''
  let closers = carriedFrom >= 0 ? '"”»' : ''
  let start = carriedFrom
  let depth = 0
  const push = (end: number, closed: boolean): void => {
    const from =
      start === carriedFrom && opener === '"' && carriedFrom >= 0
        ? start
        : start + (text.charAt(start + 1) === FILLER ? 2 : 1)
    const wide = closed && text.charAt(end) === FILLER ? 1 : 0
    quotes.push({ start, end: end + wide, from, to: closed ? end - 1 : end, block, closed, run: 0 })
    opener = ''
    depth = 0
  }
  for (let i = range.start; i < range.end; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 97 && code <= 122) || code === 32) continue
    const mark = text.charAt(i)
    if (opener === '') {
      const close = OPENERS[mark]
      if (mark === '"' && opensStraight(text, i, range.start)) [opener, closers, start] = ['"', '"”', i]
      else if (close && mark !== '‘') [opener, closers, start] = [mark, `${close}"`, i]
      else if ((mark === '‘' || mark === "'") && singleCloses(text, i, range.start, range.end) > 0) {
        const end = singleCloses(text, i, range.start, range.end)
        start = i
        push(end + 1, true)
        i = end
      }
      continue
    }
    if (mark === '“' || mark === '«' || mark === '„' || (opener !== '"' && mark === opener)) depth++
    else if (depth > 0 && (mark === '”' || mark === '»')) depth--
    else if (closers.includes(mark)) {
      if (
        mark === '"' &&
        opener === '"' &&
        opensStraight(text, i, range.start) &&
        !/[\s)\].,;:!?—–-]/.test(text.charAt(i + 1)) &&
        closesAgain(text, i, range.end)
      ) {
        // A quotation inside the quotation, in marks of the same kind: pass over both.
        i = text.indexOf('"', i + 1)
        continue
      }
      if (depth > 0) depth--
      else push(i + 1, true)
    }
  }
  if (opener !== '') push(range.end, false)
  return quotes
}

/** Whether after an inner opening straight mark two closing ones follow. */
function closesAgain(text: string, at: number, end: number): boolean {
  const first = text.indexOf('"', at + 1)
  if (first < 0 || first >= end) return false
  const second = text.indexOf('"', first + 1)
  return second > 0 && second < end && second - first < 600 && !opensStraight(text, second, 0)
}

/** Where a quotation in single marks that opens at `at` closes; -1 where the mark is an apostrophe. */
function singleCloses(text: string, at: number, start: number, end: number): number {
  const before = at > start ? text.charAt(at - 1) : ' '
  if (!/[\s([—–:]/.test(before) || !LETTER.test(text.charAt(at + 1))) return -1
  if (/^\d\ds\b|^(?:em|til|n|cause|tis|twas)\b/i.test(text.slice(at + 1, at + 7))) return -1
  const close = text.charAt(at) === '‘' ? '’' : "'"
  for (let i = at + 2; i < end && i < at + 800; i++) {
    if (text.charAt(i) !== close) continue
    const after = text.charAt(i + 1)
    if (
      LETTER.test(after) ||
      (text.charAt(i - 1) === 's' &&
        /\s/.test(after) &&
        text.indexOf(close, i + 1) > 0 &&
        text.indexOf(close, i + 1) < i + 200 &&
        !LETTER.test(text.charAt(text.indexOf(close, i + 1) + 1)))
    )
      continue
    return i
  }
  return -1
}
