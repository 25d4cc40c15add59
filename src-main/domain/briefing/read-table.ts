import { readSourceTable, type TableProblem } from './read-source-table'
import { tableSentences, type Sha256, type SourceTable, type TableSentence } from './source-table'
import { HTML_LAYOUT, htmlSentence, tableInHtml, toHtml, withoutFonts } from './to-html'
import { unescapedHtml } from './html-text'
import { toJson } from './to-json'
import { markdownSentence, tableInMarkdown, toMarkdown } from './to-markdown'

/** Something in a briefing's file that is not as Dateline wrote it. */
export interface Alteration {
  /** Null when it is not in a sentence. */
  sentence: TableSentence | null
  reason: string
  /** What the file says in place of the sentence, where it can be told. */
  found?: string
}

export type TextRead =
  { ok: true; table: SourceTable; alterations: Alteration[] } | { ok: false; problem: TableProblem }

/**
 * Finds and reads the source table a briefing's file carries and compares what the file shows with it: the briefing is laid out again
 * from its table and must be the same. Which of the formats it is, is told by `format`; line ends may have become CR LF on the way.
 */
export function tableOfText(text: string, format: 'html' | 'md' | 'json', sha256: Sha256): TextRead {
  const file = text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n')
  const embedded = format === 'html' ? tableInHtml(file) : format === 'md' ? tableInMarkdown(file) : file
  if (embedded === null) {
    return { ok: false, problem: { code: 'not_ours', message: 'This file carries no source table of Dateline.' } }
  }
  const read = readSourceTable(parsed(embedded), sha256)
  if (!read.ok) return read
  const { table, digestFits } = read
  const alterations = digestFits
    ? []
    : [{ sentence: null, reason: 'The source table was changed after export: it does not fit its digest.' }]
  return { ok: true, table, alterations: [...alterations, ...COMPARE[format](file, table)] }
}

/** What is no JSON is no table either; the strict reader says so. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const COMPARE = {
  html: htmlAlterations,
  md: markdownAlterations,
  json: (file: string, table: SourceTable): Alteration[] => (file === toJson(table) ? [] : [elsewhere('file')]),
}

const elsewhere = (what: string): Alteration => ({
  sentence: null,
  reason: `The ${what} was changed after export, outside of its sentences.`,
})

function htmlAlterations(page: string, table: SourceTable): Alteration[] {
  const altered = tableSentences(table)
    .filter((sentence) => !page.includes(htmlSentence(sentence)))
    .map((sentence) => ({ sentence, reason: ALTERED, ...foundAs(htmlText(page, sentence)) }))
  if (altered.length > 0 || layoutOf(page) !== HTML_LAYOUT) return altered
  const paper = /<html [^>]*data-paper="Letter"/u.test(page) ? 'Letter' : 'A4'
  return withoutFonts(page) === toHtml(table, { paper, fonts: [], paged: false }) ? [] : [elsewhere('page')]
}

const ALTERED = 'The sentence in the file is not the one it was exported with.'
const foundAs = (found: string | null) => (found === null ? {} : { found })
const layoutOf = (page: string) => Number(/<html [^>]*data-layout="(\d+)"/u.exec(page)?.[1])

/** What stands in the place of a sentence: the text after its anchor up to the end of its paragraph. */
function htmlText(page: string, { number, text }: TableSentence): string | null {
  const row = page.indexOf(`id="s${number}"`)
  const from = row < 0 ? -1 : page.indexOf('<p', row)
  const to = from < 0 ? -1 : page.indexOf('</p>', from)
  if (to < 0 || to - from > text.length * 8 + 10_000) return null
  return unescapedHtml(page.slice(from, to).replace(/<sup>.*?<\/sup>$/su, ''))
}

function markdownAlterations(markdown: string, table: SourceTable): Alteration[] {
  if (markdown === toMarkdown(table)) return []
  const lines = markdown.split('\n')
  const known = new Set(lines)
  const altered = tableSentences(table)
    .filter((sentence) => !known.has(markdownSentence(sentence)))
    .map((sentence) => ({ sentence, reason: ALTERED, ...foundAs(lineInPlaceOf(sentence, lines, table)) }))
  return altered.length > 0 ? altered : [elsewhere('text')]
}

/** The line that stands where the sentence's line should be: the one right after its section's head and earlier sentences. */
function lineInPlaceOf(sentence: TableSentence, lines: readonly string[], table: SourceTable): string | null {
  const expected = toMarkdown(table).split('\n')
  const line = lines[expected.indexOf(markdownSentence(sentence))]
  return line?.startsWith('- *') ? line.replace(/^- \*\w+\* /u, '').replace(/(?:\[\^\d+\])+$/u, '') : null
}
