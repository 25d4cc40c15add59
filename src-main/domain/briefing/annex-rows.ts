import { tableSentences, type SourceTable, type TableSentence } from './source-table'

/** A line of the annex that says what a sentence rests on. */
export interface EvidenceRow {
  number: string
  /** Enough of the sentence to know it again. */
  begins: string
  type: TableSentence['type']
  /** Numbers of passages. */
  restsOn: number[]
  /** "as cited", "no source", or the passages that are not as cited. */
  standing: string
}

/** A line of the annex per sentence, in order; the same in every format that has tables. */
export function evidenceRows(table: SourceTable): EvidenceRow[] {
  return tableSentences(table).map(({ number, type, text, citations }) => {
    const cited = citations.map((n) => table.citations[n - 1]).filter((citation) => citation !== undefined)
    const unsettled = cited.filter(({ state }) => state !== 'exact')
    const standing =
      citations.length === 0
        ? 'no source'
        : unsettled.length === 0
          ? 'as cited'
          : unsettled.map((citation) => `${citation.number} ${citation.state}`).join(', ')
    return { number, begins: firstWords(text), type, restsOn: citations, standing }
  })
}

/** A line of the annex per waiver: what it let pass, one entry per finding. */
export function waiverRows(table: SourceTable): { rule: string; reason: string; passed: string[] }[] {
  return table.waivers.map(({ rule, reason }) => {
    const passed = table.waived.filter((waived) => waived.rule === rule)
    const what = passed.map(({ sentence, message }) => `${sentence === '' ? '' : `${sentence}: `}${message}`)
    return { rule, reason, passed: what.length === 0 ? ['nothing: the rule found nothing'] : what }
  })
}

function firstWords(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ')]
  if (letters.length <= 54) return letters.join('')
  return `${letters
    .slice(0, 52)
    .join('')
    .replace(/\s+\S*$/u, '')} …`
}
