import { gradeKey } from './grade-rows'
import type { SourceTable } from './source-table'
import { counted } from './source-line'
import { tableSentences } from './source-table'

/** How the briefing was made and how anyone can check it, a paragraph per entry; printed as the last annex of every format. */
export function methodNote(table: SourceTable): string[] {
  const sentences = tableSentences(table)
  return [
    'Facts, quotes and figures rest on the numbered passages. Judgements carry a likelihood or a confidence of ICD 203, never both ' +
      'in one sentence; assumptions and gaps are named as such.',
    `${counted(sentences.length, 'sentence')}, ${counted(table.citations.length, 'passage')}. At export every quoted stretch was compared ` +
      `with the cited passages word by word, every figure by value and unit${
        table.waived.length > 0 ? '; what was let pass is listed above with the reason' : ''
      }.`,
    ...gradeKey(table),
    `To check it again: dateline verify FILE FOLDER, with the folder the articles came from. Digest of the source table: ${table.digest}`,
  ]
}
