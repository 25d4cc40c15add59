import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
} from 'docx'
import { scaleNote } from '../../../domain/briefing/scale-note'
import { restsOn, sourceLine } from '../../../domain/briefing/source-line'
import { STANDING } from '../../../domain/briefing/to-html'
import type { SourceTable, TableCitation, TableSentence } from '../../../domain/briefing/source-table'
import { docxAnnex } from './docx-annex'
import { BYLINE_STYLE, DOCX_STYLES, EDGE_STYLE, SENTENCE_STYLE, TYPE_STYLE } from './docx-styles'
import { runsLeftwards, textParagraph, textRun, xmlText } from './docx-text'
import { sealDocx } from './seal-docx'

/** Sizes of paper and margins in twips. */
const PAPER = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } } as const
const MARGIN = { top: 1300, bottom: 1200, left: 1250, right: 1250, header: 560, footer: 560 }

/**
 * The briefing as a Word document (WordprocessingML, ISO/IEC 29500): heading styles, a footnote for each cited passage at its first
 * use, annexes as tables, marking and page numbers in header and footer, and the source table as a custom XML part. The same table
 * and options give the same bytes.
 * @param date of the newest thing it rests on; null gives the first of 1980, the least a zip archive can say
 */
export async function toDocx(table: SourceTable, paper: 'A4' | 'Letter', date: Date | null): Promise<Uint8Array> {
  const noted = new Set<number>()
  const document = new Document({
    title: xmlText(table.title),
    creator: xmlText(table.author) || 'Dateline',
    lastModifiedBy: 'Dateline',
    styles: DOCX_STYLES,
    footnotes: Object.fromEntries(table.citations.map((citation) => [citation.number, footnote(citation)])),
    sections: [
      {
        properties: { page: { size: PAPER[paper], margin: MARGIN } },
        headers: { default: new Header({ children: [...marking(table), edge('Briefing', table.author)] }) },
        footers: { default: new Footer({ children: [pageLine(table), ...marking(table)] }) },
        children: [
          textParagraph(table.title, { heading: HeadingLevel.TITLE }),
          textParagraph([table.author, restsOn(table)].filter((part) => part !== '').join('. '), {
            style: BYLINE_STYLE,
          }),
          ...table.sections.flatMap((section, s) => [
            textParagraph(`${s + 1} ${section.heading}`, { heading: HeadingLevel.HEADING_1 }),
            ...section.sentences.map((sentence) => sentenceParagraph(sentence, noted)),
          ]),
          ...docxAnnex(table),
        ],
      },
    ],
  })
  return sealDocx(await Packer.toBuffer(document), table, date)
}

const LOOKS: Partial<Record<TableSentence['type'], { italics: true }>> = { gap: { italics: true } }

/** A sentence with its type in the margin. `noted` are the passages whose footnote stands already; they are named by number. */
function sentenceParagraph(sentence: TableSentence, noted: Set<number>): Paragraph {
  const { text, type, citations } = sentence
  const { word, afterWord, afterText } = scaleNote(sentence)
  const look = LOOKS[type] ?? {}
  const words = word
    ? [
        textRun(text.slice(0, word.start), look),
        textRun(text.slice(word.start, word.end), { ...look, bold: true }),
        textRun(`${afterWord ? ` ${afterWord}` : ''}${text.slice(word.end)}`, look),
      ]
    : [textRun(text, look)]
  const notes = citations.flatMap((number, i) => {
    const first = !noted.has(number)
    noted.add(number)
    const comma = i > 0 ? [new TextRun({ text: ', ', superScript: true })] : []
    return [
      ...comma,
      first ? new FootnoteReferenceRun(number) : textRun(String(number), { superScript: true, bold: true }),
    ]
  })
  return new Paragraph({
    style: SENTENCE_STYLE,
    ...(runsLeftwards(text) ? { bidirectional: true } : {}),
    children: [
      new TextRun({ style: TYPE_STYLE, children: [type, new Tab()] }),
      ...words,
      ...(afterText ? [textRun(` (${afterText})`)] : []),
      ...notes,
    ],
  })
}

function footnote(citation: TableCitation): { children: Paragraph[] } {
  const { exact, path, start, end, sha256, state } = citation
  const standing = state === 'exact' ? '' : `, ${STANDING[state]}`
  const where = `${path}, characters ${start} to ${end}${standing}, sha256 ${sha256}`
  return {
    children: [
      new Paragraph({
        ...(runsLeftwards(exact) ? { bidirectional: true } : {}),
        children: [
          textRun(` “${exact.trim()}” `),
          textRun(`${sourceLine(citation)}. `),
          textRun(where, { color: '5A636B' }),
        ],
      }),
    ],
  }
}

const marking = (table: SourceTable): Paragraph[] =>
  table.marking === ''
    ? []
    : [
        new Paragraph({
          style: EDGE_STYLE,
          alignment: AlignmentType.CENTER,
          children: [textRun(table.marking, { bold: true, color: '000000' })],
        }),
      ]

const edge = (left: string, right: string): Paragraph =>
  new Paragraph({ style: EDGE_STYLE, children: [textRun(right === '' ? left : `${left} · ${right}`)] })

const pageLine = (table: SourceTable): Paragraph =>
  new Paragraph({
    style: EDGE_STYLE,
    children: [
      textRun(`${table.title} · `),
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  })
