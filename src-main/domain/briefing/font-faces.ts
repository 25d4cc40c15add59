import { cssString } from './html-text'

/** A font file that goes into the document itself. */
export interface BriefingFont {
  family: string
  /** "400", "200 900". */
  weight: string
  style: string
  /** The CSS descriptor, "U+0000-00FF"; null for all characters. */
  unicodeRange: string | null
  /** A data URL. */
  url: string
}

/** `@font-face` rules, in the order in which they are given. */
export function fontFaces(fonts: readonly BriefingFont[]): string {
  return fonts
    .map(
      ({ family, weight, style, unicodeRange, url }) =>
        `@font-face{font-family:${cssString(family)};font-weight:${weight};font-style:${style};` +
        `${unicodeRange ? `unicode-range:${unicodeRange};` : ''}src:url(${cssString(url)})}`,
    )
    .join('')
}

const FONT_FACES =
  /^(?:@font-face\{font-family:"[^"{}]*";font-weight:[\d ]+;font-style:\w+;(?:unicode-range:[U+\da-f?, -]+;)?src:url\("data:[^"{}]*"\)\})+$/iu

/** Whether a style sheet is made of such rules alone. */
export function areFontFaces(css: string): boolean {
  return FONT_FACES.test(css)
}
