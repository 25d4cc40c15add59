import { gradeLabel } from '../casebook/grading'
import type { SourceTable, TableCitation } from './source-table'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "2019-03-12T11:20" as "12 March 2019, 11:20"; what is no ISO date stays as it is. */
export function printedDate(iso: string): string {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d))?/u.exec(iso)
  const month = MONTHS[Number(match?.[2]) - 1]
  if (!match || !month) return iso
  const day = match[3] ? `${Number(match[3])} ` : ''
  return `${day}${month} ${match[1]}${match[4] ? `, ${match[4]}` : ''}`
}

/**
 * Who published a passage, where and when, and its grade where it has one: "Liranian Press Service, Marenza, 12 March 2019, 11:20,
 * graded B2"; the file's name without an agency.
 */
export function sourceLine(citation: TableCitation): string {
  return sourceParts(citation).join(', ')
}

/** The parts of `sourceLine`, each of which may run in a direction of its own. */
export function sourceParts({ agency, place, date, path, title, grade }: TableCitation): string[] {
  const name = agency ?? title ?? path
  const graded = grade ? `graded ${gradeLabel(grade)}` : null
  return [name, place, date ? printedDate(date) : 'undated', graded].flatMap((part) => part ?? [])
}

/** "sha256" in groups of eight, so that a person can compare it. */
export function groupedHash(sha256: string): string {
  return sha256.replace(/(.{8})(?=.)/gu, '$1 ')
}

/** One article of the source list with the numbers of the passages cited from it. */
export interface TableArticle {
  citation: TableCitation
  numbers: number[]
}

/** The articles of a table in order of first use. Two files with the same bytes are one article. */
export function tableArticles(table: SourceTable): TableArticle[] {
  const articles = new Map<string, TableArticle>()
  for (const citation of table.citations) {
    const known = articles.get(citation.sha256)
    if (known) known.numbers.push(citation.number)
    else articles.set(citation.sha256, { citation, numbers: [citation.number] })
  }
  return [...articles.values()]
}

/** "Rests on 5 articles from 4 agencies, 12 March 2019 to 13 March 2019." */
export function restsOn(table: SourceTable): string {
  const articles = tableArticles(table)
  if (articles.length === 0) return 'Rests on no article.'
  const agencies = new Set(articles.map(({ citation }) => citation.agency?.toLowerCase()).filter((name) => name))
  const dates = articles
    .map(({ citation }) => citation.date?.slice(0, 10))
    .filter((date) => date !== undefined)
    .sort()
  const first = dates[0]
  const last = dates[dates.length - 1]
  const when = first && last ? `, ${first === last ? printedDate(first) : span(first, last)}` : ''
  const from = agencies.size > 0 ? ` from ${counted(agencies.size, 'agency', 'agencies')}` : ''
  return `Rests on ${counted(articles.length, 'article')}${from}${when}.`
}

/** "12 to 13 March 2019" within a month, both dates in full otherwise. */
function span(first: string, last: string): string {
  const sameMonth = first.length === 10 && first.slice(0, 7) === last.slice(0, 7)
  return `${sameMonth ? String(Number(first.slice(8))) : printedDate(first)} to ${printedDate(last)}`
}

/** "1 article", "2 articles". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
