import { canonicalJson } from './canonical-json'
import { methodNote } from './method-note'
import { scaleNote } from './scale-note'
import { restsOn, sourceLine } from './source-line'
import type { SourceTable, TableSentence } from './source-table'

const OPEN = '<!-- dateline-sources'
const CLOSE = '-->'

/**
 * The briefing as Markdown: a list item per sentence with its type, footnotes for the passages, annexes, and the source table in a
 * comment at the end. Line feeds only; the same table gives the same bytes.
 */
export function toMarkdown(table: SourceTable): string {
  const marking = table.marking ? [`**${escaped(table.marking)}**`] : []
  const blocks = [
    ...marking,
    `# ${escaped(table.title)}`,
    escaped([table.author, restsOn(table)].filter((part) => part !== '').join('. ')),
    ...table.sections.flatMap((section, s) => [
      `## ${s + 1} ${escaped(section.heading)}`,
      section.sentences.map(markdownSentence).join('\n'),
    ]),
    '## Sources',
    ...table.citations.map(
      (citation) =>
        `[^${citation.number}]: “${escaped(citation.exact)}” ${escaped(sourceLine(citation))}. ` +
        `${escaped(citation.path)}, characters ${citation.start} to ${citation.end}, sha256 ${citation.sha256}`,
    ),
    ...waivers(table),
    '## Method',
    ...methodNote(table).map((text) => escaped(text)),
    ...marking,
    `${OPEN}\n${embedded(table)}\n${CLOSE}`,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** The embedded table's text, null where there is none. Carriage returns must be gone. */
export function tableInMarkdown(markdown: string): string | null {
  const from = markdown.lastIndexOf(`${OPEN}\n`)
  const to = markdown.indexOf(`\n${CLOSE}`, from)
  return from < 0 || to < 0 ? null : markdown.slice(from + OPEN.length + 1, to)
}

/** The one line that stands for a sentence; the same for writing and for checking. */
export function markdownSentence(sentence: TableSentence): string {
  const { word, afterWord, afterText } = scaleNote(sentence)
  const { text } = sentence
  const words = word
    ? `${escaped(text.slice(0, word.start), false)}**${escaped(text.slice(word.start, word.end), false)}**` +
      `${afterWord ? ` ${afterWord}` : ''}${escaped(text.slice(word.end), false)}`
    : escaped(text)
  const after = afterText ? ` (${escaped(afterText)})` : ''
  const notes = sentence.citations.map((number) => `[^${number}]`).join('')
  return `- *${sentence.type}* ${words}${after}${notes}`
}

function waivers(table: SourceTable): string[] {
  if (table.waivers.length === 0) return []
  return [
    '## Waivers',
    table.waivers.map(({ rule, reason }) => `- *${escaped(rule)}* ${escaped(reason)}`).join('\n'),
    table.waived
      .map(({ sentence, message }) => `- ${sentence === '' ? 'The briefing' : sentence}: ${escaped(message)}`)
      .join('\n'),
  ]
}

/** On one line; `>` only as an escape, so that no text can end the comment. */
function embedded(table: SourceTable): string {
  return canonicalJson(table).replaceAll('>', '\\u003e').replaceAll('<', '\\u003c').replaceAll('--', '-\\u002d')
}

/** Text as text: white space and control characters become single spaces, everything that could be markup is escaped. */
function escaped(text: string, trim = true): string {
  const flat = text.replace(/[\s\p{Cc}]+/gu, ' ')
  const plain = (trim ? flat.trim() : flat).replace(/[\\`*_{}[\]<>#|~$^&@!]/gu, '\\$&')
  // At the start of a line these would begin a list.
  return trim ? plain.replace(/^(\d{1,9})([.)])/u, '$1\\$2').replace(/^[+-]/u, '\\$&') : plain
}
