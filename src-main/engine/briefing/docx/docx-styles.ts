import { AlignmentType, type IStylesOptions } from 'docx'

/** Half points, twips (1/1440 inch) and hex colours, as WordprocessingML counts them. */
const INK = '1B2126'
const QUIET = '5A636B'
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' }
const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman', eastAsia: 'SimSun' }

/** Width of the margin in which a sentence's type stands. */
export const TYPE_COLUMN = 1150

/** Names of our own styles: the reader of a briefing's document finds its sentences by them. */
export const SENTENCE_STYLE = 'DatelineSentence'
export const TYPE_STYLE = 'DatelineType'
export const CELL_STYLE = 'DatelineCell'
export const BYLINE_STYLE = 'DatelineByline'
export const EDGE_STYLE = 'DatelineEdge'

/** The look of a briefing in a word processor: its own heading styles, so that outline and contents work there. */
export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: { run: { font: SERIF, size: 21, color: INK }, paragraph: { spacing: { line: 290 } } },
    title: {
      run: { font: SERIF, size: 42, bold: true, color: INK },
      paragraph: { spacing: { before: 120, after: 60 } },
    },
    heading1: {
      run: { font: SANS, size: 24, bold: true, color: INK },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true },
    },
    heading2: {
      run: { font: SANS, size: 21, bold: true, color: INK },
      paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
    },
    footnoteText: { run: { font: SERIF, size: 17 }, paragraph: { spacing: { line: 230, after: 30 } } },
    footnoteReference: { run: { superScript: true, bold: true, font: SANS } },
  },
  paragraphStyles: [
    {
      id: SENTENCE_STYLE,
      name: 'Briefing sentence',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { start: TYPE_COLUMN, hanging: TYPE_COLUMN }, spacing: { after: 60 } },
    },
    {
      id: CELL_STYLE,
      name: 'Briefing table',
      basedOn: 'Normal',
      run: { font: SANS, size: 16 },
      paragraph: { spacing: { line: 230 } },
    },
    {
      id: BYLINE_STYLE,
      name: 'Briefing by-line',
      basedOn: 'Normal',
      run: { font: SANS, size: 18, color: QUIET },
      paragraph: { spacing: { after: 80 } },
    },
    {
      id: EDGE_STYLE,
      name: 'Briefing header and footer',
      basedOn: 'Normal',
      run: { font: SANS, size: 16, color: QUIET },
      paragraph: { alignment: AlignmentType.START },
    },
  ],
  characterStyles: [{ id: TYPE_STYLE, name: 'Briefing sentence type', run: { font: SANS, size: 15, color: QUIET } }],
}
