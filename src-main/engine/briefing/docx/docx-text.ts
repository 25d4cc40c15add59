import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx'
import { languageOfScript } from '../../../domain/briefing/html-text'

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Whether a text begins with a strong letter that runs from right to left (Unicode Bidirectional Algorithm, P2 and P3). */
export const runsLeftwards = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** Characters XML 1.0 cannot hold become U+FFFD; white space becomes single spaces. */
export const xmlText = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd')

/** A run of text in its own direction and language. */
export function textRun(text: string, options: IRunOptions = {}): TextRun {
  const language = languageOfScript(text)
  const key =
    language === 'ar' || language === 'he'
      ? 'bidirectional'
      : language === 'zh' || language === 'ja' || language === 'ko'
        ? 'eastAsia'
        : 'value'
  return new TextRun({
    ...options,
    text: xmlText(text),
    ...(language ? { language: { [key]: language } } : {}),
    ...(runsLeftwards(text) ? { rightToLeft: true } : {}),
  })
}

/** A paragraph of one text, in that text's direction. */
export function textParagraph(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    ...options,
    children: [textRun(text)],
    ...(runsLeftwards(text) ? { bidirectional: true } : {}),
  })
}
