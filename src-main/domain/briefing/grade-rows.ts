import { GRADING_SCHEMES, gradeLabel, type GradeStep } from '../casebook/grading'
import { tableArticles } from './source-line'
import type { SourceTable, TableCitation } from './source-table'

/** "B2" for a graded source, '' for one that is not. */
export function printedGrade({ grade }: TableCitation): string {
  return grade ? gradeLabel(grade) : ''
}

/** Whether any source of a briefing is graded: without one nothing about grades is printed. */
export function hasGrades(table: SourceTable): boolean {
  return table.citations.some(({ grade }) => grade !== undefined)
}

/**
 * What the printed grades mean, a paragraph per scheme with the steps that are used: "Grades are by Admiralty 6×6. Of the source: B
 * usually reliable. Of what it says: 2 probably true." A scheme that this program does not know is only named.
 */
export function gradeKey(table: SourceTable): string[] {
  const grades = tableArticles(table).flatMap(({ citation }) => citation.grade ?? [])
  return [...new Set(grades.map(({ scheme }) => scheme))].map((id) => {
    const used = grades.filter(({ scheme }) => scheme === id)
    const scheme = GRADING_SCHEMES.find((known) => known.id === id)
    if (!scheme) return `Grades are by the scheme “${id}”.`
    const of = (steps: readonly GradeStep[], part: 'reliability' | 'credibility') =>
      steps
        .filter(({ value }) => used.some((grade) => grade[part] === value))
        .map(({ value, label }) => `${value} ${label.toLowerCase()}`)
        .join(', ')
    const reliability = of(scheme.reliability, 'reliability')
    const credibility = of(scheme.credibility, 'credibility')
    return [
      `Grades are by ${scheme.name}, given by the analyst as they held at export.`,
      ...(reliability ? [`Of the source: ${reliability}.`] : []),
      ...(credibility ? [`Of what it says: ${credibility}.`] : []),
    ].join(' ')
  })
}
