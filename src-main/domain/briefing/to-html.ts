import { canonicalJson } from './canonical-json'
import { areFontFaces, fontFaces, type BriefingFont } from './font-faces'
import { htmlAnnex } from './html-annex'
import { briefingStyle } from './html-style'
import { html, jsonForScript, langAttribute, languageOfScript } from './html-text'
import { markingClass } from './marking-class'
import { scaleNote } from './scale-note'
import { restsOn, sourceParts } from './source-line'
import { tableSentences, type SourceTable, type TableCitation, type TableSentence } from './source-table'

export interface HtmlOptions {
  paper: 'A4' | 'Letter'
  /** In the order in which they are to be tried. */
  fonts: readonly BriefingFont[]
  /** For printing with `printTemplates`: marking and page numbers are left to them. */
  paged: boolean
}

/** Changes whenever the same table is laid out to other bytes, so that a file of another layout is not taken for an altered one. */
export const HTML_LAYOUT = 1
const SCRIPT = '<script type="application/json" id="dateline-sources">'

/**
 * The briefing as one HTML file without scripts and without anything from outside: typed sentences, numbered passages that lead to
 * the source list and back, annexes, and the source table as data. The same table and options give the same bytes.
 */
export function toHtml(table: SourceTable, { paper, fonts, paged }: HtmlOptions): string {
  const marking = table.marking && !paged ? markingLine(table.marking) : ''
  const citedBy = sentencesByCitation(table)
  return `<!doctype html>
<html lang="en" dir="ltr" data-layout="${HTML_LAYOUT}" data-paper="${paper}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Dateline">
<meta name="author" content="${html(table.author)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${html(table.title)}</title>
${fontStyle(fonts)}<style>${briefingStyle(paper, paged)}</style>
</head>
<body>
<article class="pg">
${marking}<main class="tx">
<h1 dir="auto"${langAttribute(languageOfScript(table.title))}>${html(table.title)}</h1>
<p class="by">${table.author ? `<bdi>${html(table.author)}</bdi>. ` : ''}${html(restsOn(table))}</p>
${table.sections.map((section, s) => htmlSection(section.heading, section.sentences, s + 1)).join('')}${htmlSources(table, citedBy)}${htmlAnnex(table)}</main>
${marking}</article>
${SCRIPT}${jsonForScript(canonicalJson(table))}</script>
</body>
</html>
`
}

/** The embedded table's JSON, null where there is none. */
export function tableInHtml(page: string): string | null {
  const from = page.lastIndexOf(SCRIPT)
  const to = page.indexOf('</script>', from)
  return from < 0 || to < 0 ? null : page.slice(from + SCRIPT.length, to)
}

const FONT_STYLE = ['<style id="dateline-fonts">', '</style>\n'] as const

/** The page without its fonts, which do not belong to what it says. */
export function withoutFonts(page: string): string {
  const from = page.indexOf(FONT_STYLE[0])
  const to = page.indexOf(FONT_STYLE[1], from)
  // Only a block of font faces is one: anything else in it would be style that could hide or move words.
  const block = from < 0 || to < 0 ? '' : page.slice(from + FONT_STYLE[0].length, to)
  return areFontFaces(block) ? page.slice(0, from) + page.slice(to + FONT_STYLE[1].length) : page
}

const fontStyle = (fonts: readonly BriefingFont[]): string =>
  fonts.length > 0 ? `${FONT_STYLE[0]}${fontFaces(fonts)}${FONT_STYLE[1]}` : ''

const markingLine = (marking: string): string =>
  `<p class="mk"><b class="${markingClass(marking)}" dir="auto">${html(marking)}</b></p>\n`

function htmlSection(heading: string, sentences: readonly TableSentence[], number: number): string {
  return `<section>
<h2><span>${number}</span> <span dir="auto">${html(heading)}</span></h2>
${sentences.map(htmlSentence).join('')}</section>
`
}

const CLASSES: Partial<Record<TableSentence['type'], string>> = { judgement: ' j', gap: ' g' }

/** One sentence as it stands in the page; the same for writing and for checking. */
export function htmlSentence(sentence: TableSentence): string {
  const { id, number, type, text, citations } = sentence
  const { word, afterWord, afterText } = scaleNote(sentence)
  const words = word
    ? `${html(text.slice(0, word.start))}<b>${html(text.slice(word.start, word.end))}</b>` +
      `${afterWord ? ` ${html(afterWord)}` : ''}${html(text.slice(word.end))}`
    : html(text)
  const after = afterText ? ` <small><bdi>(${html(afterText)})</bdi></small>` : ''
  const links = citations.map((n) => `<a href="#p${n}">${n}</a>`).join(', ')
  const language = langAttribute(languageOfScript(text))
  return (
    `<div class="sn${CLASSES[type] ?? ''}" id="s${number}"><i>${type}</i>` +
    `<p data-sentence="${html(id)}" dir="auto"${language}>${words}${after}${links ? `<sup>${links}</sup>` : ''}</p></div>\n`
  )
}

function sentencesByCitation(table: SourceTable): Map<number, TableSentence[]> {
  const by = new Map<number, TableSentence[]>()
  for (const sentence of tableSentences(table)) {
    for (const number of sentence.citations) by.set(number, [...(by.get(number) ?? []), sentence])
  }
  return by
}

function htmlSources(table: SourceTable, citedBy: ReadonlyMap<number, readonly TableSentence[]>): string {
  if (table.citations.length === 0) return ''
  const items = table.citations.map((citation) => htmlPassage(citation, citedBy.get(citation.number) ?? []))
  return `<section class="fn">
<h2>Passages cited</h2>
<ol>
${items.join('')}</ol>
</section>
`
}

function htmlPassage(citation: TableCitation, sentences: readonly TableSentence[]): string {
  const { number, path, start, end, exact, state } = citation
  const language = langAttribute(citation.language ?? languageOfScript(exact))
  const back = sentences.map(
    (sentence) =>
      `<a href="#s${sentence.number}" aria-label="Back to sentence ${sentence.number}">↑ ${sentence.number}</a>`,
  )
  const standing = state === 'exact' ? '' : `, ${STANDING[state]}`
  return (
    `<li id="p${number}"><b>${number}</b><div>“<q${language} dir="auto">${html(exact.replace(/\s*[\r\n]\s*/gu, '\n').trim())}</q>” ` +
    `${sourceParts(citation)
      .map((part) => `<bdi>${html(part)}</bdi>`)
      .join(', ')}. ` +
    `<em><bdi>${html(path)}</bdi>, characters ${start} to ${end}${standing} ${back.join(' ')}</em></div></li>\n`
  )
}

/** How a passage stood at export, in words. */
export const STANDING: Readonly<Record<TableCitation['state'], string>> = {
  exact: 'as cited',
  moved: 'moved since it was cited',
  ambiguous: 'in several places, not checkable',
  lost: 'not in the sources any more',
}
