import iconv from 'iconv-lite'
import { ParagraphWriter } from '../paragraph-writer'
import { charsetPage, codepageName } from './rtf-codepage'

/** What an RTF file shows and says about itself. */
export interface RtfText {
  text: string
  title: string
  author: string
  /** ISO day on which it was made, '' where not said. */
  made: string
  /** The file ended within a group. */
  cut: boolean
}

/** Groups whose words are no part of the text. A group that opens with `\*` is one of them unless it is known to show. */
const UNSEEN = new Set(
  `colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable rsidtbl
  generator fldinst themedata colorschememapping datastore latentstyles filetbl revtbl xmlnstbl ftnsep ftnsepc ftncn aftnsep aftnsepc
  aftncn pntext pnseclvl annotation atnid atnauthor bkmkstart bkmkend nonshppict private xe tc txe rxe nesttableprops`.split(
    /\s+/,
  ),
)
const SHOWN_THOUGH_STARRED = new Set(['shppict', 'shpinst', 'shptxt', 'cs', 'ds'])
const SYMBOLS: Record<string, string> = {
  emdash: '—', endash: '–', emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', bullet: '•', lquote: '‘', rquote: '’',
  ldblquote: '“', rdblquote: '”', zwj: '\u200d', zwnj: '\u200c', ltrmark: '\u200e', rtlmark: '\u200f', tab: '\t', line: '\n',
  lbr: '\n', cell: '\t', nestcell: '\t',
} // prettier-ignore
const ENDS = new Set(['par', 'row', 'nestrow', 'sect', 'page', 'column', 'pard_end'])

interface Group {
  /** Fallback characters after each `\u`. */
  fallbacks: number
  unseen: boolean
  /** Words go to a field of the information group, or to the font table, instead of the text. */
  into: 'text' | 'title' | 'author' | 'fonts' | 'none'
  encoding: string
  inInfo: boolean
  /** Put after its words. */
  tail: '' | ']'
}

const MOST_GROUPS = 10_000

/**
 * Reads RTF 1.9: text with its paragraphs, cells and footnotes, in the code pages its fonts are in. Pictures, objects, field codes,
 * headers and footers of pages and hidden or struck words are left out. Nothing in a file makes it recurse or run anything.
 */
export function readRtf(bytes: Buffer): RtfText {
  return new RtfScanner(bytes).read()
}

class RtfScanner {
  private at = 0
  private readonly writer = new ParagraphWriter()
  private readonly groups: Group[] = []
  private group: Group = {
    fallbacks: 1,
    unseen: false,
    into: 'text',
    encoding: 'cp1252',
    inInfo: false,
    tail: '',
  }
  private documentEncoding = 'cp1252'
  private readonly fonts = new Map<number, string>()
  private font = 0
  /** Bytes of the text in the group's encoding, decoded together: characters of two bytes come as two. */
  private pending: number[] = []
  private skip = 0
  private readonly info = { title: '', author: '', year: 0, month: 0, day: 0 }
  private inCreation = false

  constructor(private readonly bytes: Buffer) {}

  read(): RtfText {
    while (this.at < this.bytes.length) this.step()
    this.flush()
    const { title, author, year, month, day } = this.info
    const two = (value: number) => String(value).padStart(2, '0')
    const made =
      year > 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${year}-${two(month)}-${two(day)}` : ''
    return { text: this.writer.text(), title: title.trim(), author: author.trim(), made, cut: this.groups.length > 0 }
  }

  private step(): void {
    const byte = this.bytes[this.at++] ?? 0
    if (byte === 0x7b) this.open()
    else if (byte === 0x7d) this.close()
    else if (byte === 0x5c) this.control()
    else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) this.byte(byte)
  }

  private open(): void {
    this.flush()
    this.skip = 0
    if (this.groups.length < MOST_GROUPS) this.groups.push({ ...this.group })
    this.group.tail = ''
  }

  private close(): void {
    this.flush()
    this.skip = 0
    this.inCreation = false
    if (this.group.tail !== '') this.put(this.group.tail)
    const outer = this.groups.pop()
    if (outer) this.group = outer
  }

  private control(): void {
    const byte = this.bytes[this.at] ?? 0
    if (isLetter(byte)) return this.word()
    this.at++
    const char = String.fromCharCode(byte)
    if (char === "'") {
      const value = Number.parseInt(this.bytes.toString('latin1', this.at, this.at + 2), 16)
      this.at += 2
      if (!Number.isNaN(value)) this.byte(value)
    } else if (char === '*') this.starred()
    else if (char === '~') this.words('\u00a0')
    else if (char === '-') this.words('\u00ad')
    else if (char === '_') this.words('\u2011')
    else if (char === '\n' || char === '\r') this.paragraph()
    else if ('\\{}'.includes(char)) this.byte(byte)
  }

  /** `\*` before a word: a group that a reader who does not know the word passes over. */
  private starred(): void {
    const word = /^\s*\\([a-z]+)/i.exec(this.bytes.toString('latin1', this.at, this.at + 64))?.[1] ?? ''
    if (!SHOWN_THOUGH_STARRED.has(word)) this.group.unseen = true
  }

  private word(): void {
    let end = this.at
    while (isLetter(this.bytes[end] ?? 0) && end - this.at < 40) end++
    const word = this.bytes.toString('latin1', this.at, end)
    const number = /^-?\d{1,10}/.exec(this.bytes.toString('latin1', end, end + 11))?.[0]
    end += number?.length ?? 0
    if (this.bytes[end] === 0x20) end++
    this.at = end
    this.take(word, number === undefined ? null : Number(number))
  }

  private take(word: string, value: number | null): void {
    const { group } = this
    const symbol = SYMBOLS[word]
    if (symbol !== undefined) this.words(symbol)
    else if (ENDS.has(word)) this.paragraph()
    else if (word === 'u' && value !== null) this.unicode(value)
    else if (word === 'bin') this.at += Math.max(0, value ?? 0)
    else if (word === 'uc') group.fallbacks = Math.min(10, Math.max(0, value ?? 1))
    else if (UNSEEN.has(word)) group.unseen = true
    else if (word === 'v' || word === 'deleted') this.hide(value !== 0)
    else if (word === 'footnote') this.openNote()
    else if (word === 'fonttbl') group.into = 'fonts'
    else if (word === 'info') this.enterInfo()
    else if (group.inInfo) this.infoWord(word, value)
    else this.encodingWord(word, value)
  }

  private hide(hidden: boolean): void {
    this.flush()
    this.group.unseen = hidden
  }

  private openNote(): void {
    this.words(' [')
    this.group.tail = ']'
  }

  private enterInfo(): void {
    this.group.inInfo = true
    this.group.into = 'none'
  }

  private infoWord(word: string, value: number | null): void {
    if (word === 'title' || word === 'author') this.group.into = word
    else if (word === 'creatim') this.inCreation = true
    else if (this.inCreation && word === 'yr') this.info.year = value ?? 0
    else if (this.inCreation && word === 'mo') this.info.month = value ?? 0
    else if (this.inCreation && word === 'dy') this.info.day = value ?? 0
  }

  private encodingWord(word: string, value: number | null): void {
    if (word === 'ansicpg' && value !== null) this.setDocument(codepageName(value))
    else if (word === 'mac') this.setDocument('macintosh')
    else if (word === 'pc') this.setDocument('cp437')
    else if (word === 'pca') this.setDocument('cp850')
    else if (word === 'f' && value !== null) {
      this.font = value
      if (this.group.into !== 'fonts') this.setEncoding(this.fonts.get(value) ?? this.documentEncoding)
    } else if (word === 'fcharset' && value !== null && this.group.into === 'fonts') {
      const page = charsetPage(value)
      if (page) this.fonts.set(this.font, page)
    } else if (word === 'plain') this.setEncoding(this.documentEncoding)
  }

  private setDocument(encoding: string): void {
    this.documentEncoding = encoding
    this.setEncoding(encoding)
  }

  private setEncoding(encoding: string): void {
    if (encoding === this.group.encoding) return
    this.flush()
    this.group.encoding = encoding
  }

  /** A character by its number; numbers above 32767 are written as negative ones. What stands after it for old readers is skipped. */
  private unicode(value: number): void {
    this.words(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.skip = this.group.fallbacks
  }

  private byte(value: number): void {
    if (this.skip > 0) this.skip--
    else if (!this.group.unseen) this.pending.push(value)
  }

  private words(words: string): void {
    this.flush()
    if (this.skip > 0) this.skip--
    else this.put(words)
  }

  private paragraph(): void {
    this.flush()
    this.skip = 0
    if (!this.group.unseen && this.group.into === 'text') this.writer.end()
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const words = iconv.decode(Buffer.from(this.pending), this.group.encoding)
    this.pending = []
    this.put(words)
  }

  private put(words: string): void {
    const { into, unseen } = this.group
    if (unseen) return
    if (into === 'text') this.writer.add(words)
    else if (into === 'title' || into === 'author') this.info[into] += words
  }
}

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
