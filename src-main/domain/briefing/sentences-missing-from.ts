import { scaleNote } from './scale-note'
import { tableSentences, type SourceTable, type TableSentence } from './source-table'

/**
 * The sentences of a table that a page's visible text does not hold: for PDFs, whose text comes back with line breaks, hyphens at
 * line ends, ligatures, numbers of footnotes and, right to left, in visual order. Straight search first; a text that another page's
 * header or a reversed order cuts is looked for word by word within a window of its own length.
 */
export function sentencesMissingFrom(visibleText: string, table: SourceTable): TableSentence[] {
  const page = bare(visibleText)
  return tableSentences(table).filter((sentence) => {
    const printed = printedWords(sentence)
    return bare(printed) !== '' && !page.includes(bare(printed)) && !inTwo(page, printed) && !inWindow(page, printed)
  })
}

/** The sentence with the range that is printed after its likelihood word. */
function printedWords(sentence: TableSentence): string {
  const { word, afterWord } = scaleNote(sentence)
  const { text } = sentence
  return word && afterWord ? `${text.slice(0, word.end)} ${afterWord}${text.slice(word.end)}` : text
}

/** Letters, digits and signs only, compatibility forms opened; what a page may add or lose between them is gone. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u061c\ufe00-\ufe0f]/gu, '')
    .replace(/[\s\p{Cc}\p{Pd}]/gu, '')
}

/** A page's foot and the next one's head stand between the pieces of a sentence that goes over the page. */
const WIDEST_GAP = 1500
const PAGE_END = /Page\d+of\d+/u

/** Whether the sentence stands in two pieces with the end of a page between them, and nothing else. */
function inTwo(page: string, text: string): boolean {
  const words = text.split(/\s+/u).map(bare)
  const whole = words.join('')
  let cut = 0
  for (const word of words) {
    cut += word.length
    const head = whole.slice(0, cut)
    if (!page.includes(head)) return false
    for (let at = page.indexOf(head); at >= 0; at = page.indexOf(head, at + 1)) {
      const after = at + head.length
      const next = page.indexOf(whole.slice(cut), after)
      if (next >= after && next - after <= WIDEST_GAP && PAGE_END.test(page.slice(after, next))) return true
    }
  }
  return false
}

const OUT_OF_ORDER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Thai}]/u

/** Whether all words, forwards or backwards, stand near the longest of them; only for scripts whose order a page may change. */
function inWindow(page: string, text: string): boolean {
  if (!OUT_OF_ORDER.test(text)) return false
  const words = text
    .split(/\s+/u)
    .map(bare)
    .filter((word) => word !== '')
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
  const span = words.join('').length + 80
  for (const form of [longest, reversed(longest)]) {
    for (let at = page.indexOf(form); at >= 0; at = page.indexOf(form, at + 1)) {
      const window = page.slice(Math.max(0, at - span), at + form.length + span)
      const ends = window + reversed(window)
      if (words.every((word) => ends.includes(word) || bag(window, word)) && bag(window, words.join(''))) return true
    }
  }
  return false
}

const reversed = (text: string): string => [...text].reverse().join('')

/** Whether `text` has every character of `wanted` at least as often. */
function bag(text: string, wanted: string): boolean {
  const counts = new Map<string, number>()
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1)
  for (const char of wanted) {
    const left = (counts.get(char) ?? 0) - 1
    if (left < 0) return false
    counts.set(char, left)
  }
  return true
}
