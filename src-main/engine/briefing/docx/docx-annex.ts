import { HeadingLevel, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { evidenceRows, waiverRows } from '../../../domain/briefing/annex-rows'
import { hasGrades, printedGrade } from '../../../domain/briefing/grade-rows'
import { methodNote } from '../../../domain/briefing/method-note'
import { groupedHash, printedDate, tableArticles } from '../../../domain/briefing/source-line'
import type { SourceTable } from '../../../domain/briefing/source-table'
import { CELL_STYLE } from './docx-styles'
import { textParagraph, textRun } from './docx-text'

type Block = Paragraph | Table

/** The annex of a briefing's document: the same parts in the same order as in the page that is printed. */
export function docxAnnex(table: SourceTable): Block[] {
  const graded = hasGrades(table)
  const sources = tableArticles(table).map(({ citation, numbers }) => [
    numbers.join(', '),
    [citation.agency, citation.title].filter((part) => part !== null).join(': ') || citation.path,
    ...(graded ? [printedGrade(citation) || '–'] : []),
    citation.date ? printedDate(citation.date) : 'undated',
    citation.path,
    groupedHash(citation.sha256),
  ])
  const evidence = evidenceRows(table).map((row) => [
    row.number,
    row.begins,
    row.type,
    row.restsOn.join(', ') || '–',
    row.standing,
  ])
  const waivers = waiverRows(table).map(({ rule, reason, passed }) => [rule, reason, passed.join('; ')])
  const parts: [heading: string, body: Block[]][] = [
    ['Sources', sourceGrid(sources, graded)],
    ['Evidence', grid(['Sentence', 'Begins', 'Type', 'Rests on', 'Standing'], [10, 44, 14, 14, 18], evidence)],
    ['Waivers', grid(['Rule', 'Reason given', 'What it lets pass'], [22, 34, 44], waivers)],
    ['Method', methodNote(table).map((text) => textParagraph(text, { style: CELL_STYLE, spacing: { after: 80 } }))],
  ]
  return [
    textParagraph('Annex A: sources and evidence', { heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
    ...parts
      .filter(([, body]) => body.length > 0)
      .flatMap(([heading, body], i) => [
        textParagraph(`A${i + 1} ${heading}`, { heading: HeadingLevel.HEADING_2 }),
        ...body,
      ]),
  ]
}

const sourceGrid = (rows: string[][], graded: boolean): Block[] =>
  graded
    ? grid(['No.', 'Source', 'Grade', 'Published', 'File', 'sha256'], [8, 23, 8, 15, 19, 27], rows)
    : grid(['No.', 'Source', 'Published', 'File', 'sha256'], [8, 27, 15, 22, 28], rows)

/** A table with a repeated head row; nothing where there are no rows. Widths in per cent. */
function grid(names: string[], widths: number[], rows: string[][]): Block[] {
  if (rows.length === 0) return []
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        bold
          ? new Paragraph({ style: CELL_STYLE, children: [textRun(text, { bold: true })] })
          : textParagraph(text, { style: CELL_STYLE }),
      ],
    })
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: widths.map((percent) => percent * 90),
      rows: [
        new TableRow({ tableHeader: true, children: names.map((name, column) => cell(name, column, true)) }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column, false)) }),
        ),
      ],
    }),
  ]
}
