import { evidenceRows, waiverRows } from './annex-rows'
import { hasGrades, printedGrade } from './grade-rows'
import { html, langAttribute, languageOfScript } from './html-text'
import { methodNote } from './method-note'
import { groupedHash, printedDate, tableArticles, type TableArticle } from './source-line'
import { tableSentences, type SourceTable } from './source-table'

/** The annex: articles with their hashes, which sentence rests on what, what was waived and why, and how to check it all. */
export function htmlAnnex(table: SourceTable): string {
  const parts = [
    { heading: 'Sources', body: sources(table) },
    { heading: 'Evidence', body: evidence(table) },
    { heading: 'Waivers', body: waivers(table) },
    {
      heading: 'Method',
      body: methodNote(table)
        .map((text) => `<p class="me">${html(text)}</p>\n`)
        .join(''),
    },
  ].filter(({ body }) => body !== '')
  return `<section class="an">
<h2>Annex A: sources and evidence</h2>
<p class="by">Everything below can be checked against the folder the articles came from.</p>
${parts.map(({ heading, body }, i) => `<h3><span>A${i + 1}</span> <span>${heading}</span></h3>\n${body}`).join('')}</section>
`
}

const head = (columns: readonly (readonly [name: string, width: string])[]): string =>
  `<table><thead><tr>${columns
    .map(([name, width]) => `<th scope="col"${width ? ` style="width:${width}"` : ''}>${name}</th>`)
    .join('')}</tr></thead><tbody>\n`

function sources(table: SourceTable): string {
  const articles = tableArticles(table)
  if (articles.length === 0) return ''
  const graded = hasGrades(table)
  const columns: [name: string, width: string][] = [
    ['No.', '14mm'],
    ['Source', ''],
    ...(graded ? [['Grade', '13mm'] satisfies [string, string]] : []),
    ['Published', '27mm'],
    ['File and sha256', '57mm'],
  ]
  return `${head(columns)}${articles.map((article) => sourceRow(article, graded)).join('')}</tbody></table>\n`
}

function sourceRow({ citation, numbers }: TableArticle, graded: boolean): string {
  const { agency, title, date, path, sha256, language } = citation
  const name = [agency, title].filter((part) => part !== null).join(': ') || path
  const lang = langAttribute(language ?? languageOfScript(name))
  const grade = graded ? `<td>${html(printedGrade(citation)) || '–'}</td>` : ''
  return (
    `<tr><td>${numbers.map((n) => `<a href="#p${n}">${n}</a>`).join(', ')}</td><td${lang} dir="auto">${html(name)}</td>` +
    `${grade}<td>${html(date ? printedDate(date) : 'undated')}</td><td><span class="sh"><bdi>${html(path)}</bdi></span><br>` +
    `<span class="hx">${html(groupedHash(sha256))}</span></td></tr>\n`
  )
}

function evidence(table: SourceTable): string {
  if (tableSentences(table).length === 0) return ''
  const columns = [
    ['Sentence', '16mm'],
    ['Begins', ''],
    ['Type', '20mm'],
    ['Rests on', '24mm'],
    ['Standing', '30mm'],
  ] as const
  const rows = evidenceRows(table).map(
    ({ number, begins, type, restsOn, standing }) =>
      `<tr><td><a href="#s${number}">${number}</a></td><td${langAttribute(languageOfScript(begins))} dir="auto">${html(begins)}</td>` +
      `<td>${type}</td><td>${restsOn.join(', ') || '–'}</td><td>${standing}</td></tr>\n`,
  )
  return `${head(columns)}${rows.join('')}</tbody></table>\n`
}

function waivers(table: SourceTable): string {
  if (table.waivers.length === 0) return ''
  const columns = [
    ['Rule', '34mm'],
    ['Reason given', ''],
    ['What it lets pass', '76mm'],
  ] as const
  const rows = waiverRows(table).map(
    ({ rule, reason, passed }) =>
      `<tr><td>${html(rule)}</td><td dir="auto">${html(reason)}</td><td>${passed.map(html).join('<br>')}</td></tr>\n`,
  )
  return `${head(columns)}${rows.join('')}</tbody></table>\n`
}
