/** A paragraph as a person reads it. */
export interface DocxParagraph {
  /** Its words with single spaces; a footnote's mark is "†". */
  text: string
  style: string | null
}

/** Elements a briefing never has, by which a document can show other words than its paragraphs hold, or hide some. */
const NOT_OURS =
  /<(?:\w+:)?(vanish|webHidden|specVanish|del|ins|delText|moveFrom|moveTo|altChunk|drawing|pict|object|AlternateContent|txbxContent|sym|ruby|control)[\s/>]/u

/** The name of an element that hides words or shows others; null where there is none. */
export function foreignElement(xml: string): string | null {
  return NOT_OURS.exec(xml)?.[1] ?? null
}

/**
 * The paragraphs of a part of a WordprocessingML document in order. Runs may have been split and attributes added by a program that
 * saved it; instructions of fields are no words.
 */
export function docxParagraphs(xml: string): DocxParagraph[] {
  return [...xml.matchAll(/<w:p(?:\s[^>]*)?>(.*?)<\/w:p>/gsu)].map(([, inner = '']) => {
    const pieces = inner.matchAll(
      /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr|noBreakHyphen|softHyphen|footnoteReference)(?:\s[^>]*)?\/>/gu,
    )
    const text = [...pieces]
      .map(([, words, sign]) => (words === undefined ? (SIGNS[sign ?? ''] ?? '') : unescaped(words)))
      .join('')
    return {
      text: text.replace(/\s+/gu, ' ').trim(),
      style: /<w:pStyle\s+w:val="([^"]*)"/u.exec(inner)?.[1] ?? null,
    }
  })
}

const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ',
  br: ' ',
  cr: ' ',
  noBreakHyphen: '\u2011',
  softHyphen: '',
  footnoteReference: '†',
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an XML element: the five named entities and references by number. */
export function unescaped(xml: string): string {
  return xml.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (entity, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? entity
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
