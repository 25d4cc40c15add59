import { isClosingAbbreviation, isLeadingAbbreviation } from './abbreviations'
import { CharClass, charClassAt, isLetterClass } from './char-class'
import { TokenFlag, type Tokens } from './tokens'
import { shapeFlags } from './word-shape'

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|io|tv|co\.uk|co|uk|ru|kz|eu|de|fr)(?![\w-])/y
const UNIT_AFTER_NUMBER =
  /^(?:bn|billion|m|mn|mln|million|k|tn|trn|km|kms|kg|g|cm|mm|ft|in|mi|mph|kph|kmh|kw|mw|gw|gwh|mwh|kwh|lb|lbs|oz|pm|am|p|c|ha|hrs?|mins?|secs?|yrs?|pts?|x|млн|млрд|тыс|км|кг|г|м|т)$/i
const ORDINAL_OR_DECADE = /^(?:st|nd|rd|th|s|['’]s|er|e|ème|º|ª|-?й|-?го|-?я|-?е)$/i
const APOSTROPHES = "'’ʼ"
const HYPHENS = '-\u2010\u2011'

/**
 * Cuts text of any script into words, numbers and single punctuation marks with exact UTF-16 offsets.
 *
 * Hyphenated words stay whole ("Kassym-Jomart", "US-led"; `splitHyphens` of the name tagger takes them apart), the possessive
 * "'s" is its own token, "31%" is two and "$1.2bn" three tokens, "U.S." and "Mr." keep their stop, Han characters are single.
 */
export function tokenize(text: string): Tokens {
  return new Tokenizer(text).run()
}

class Tokenizer {
  private start: Int32Array
  private end: Int32Array
  private flags: Uint16Array
  private count = 0
  /** `spaceBefore`, `newlineBefore`, `blankLineBefore` for the next token. */
  private gap: number = TokenFlag.spaceBefore | TokenFlag.newlineBefore | TokenFlag.blankLineBefore

  constructor(private readonly text: string) {
    const room = (text.length >> 2) + 16
    this.start = new Int32Array(room)
    this.end = new Int32Array(room)
    this.flags = new Uint16Array(room)
  }

  run(): Tokens {
    const { text } = this
    let i = 0
    while (i < text.length) {
      const c = charClassAt(text, i)
      if (c === CharClass.space || c === CharClass.newline || c === CharClass.ignorable) i = this.skipSpace(i)
      else if (isLetterClass(c)) i = this.word(i)
      else if (c === CharClass.digit) i = this.number(i)
      else if (c === CharClass.dense) i = this.dense(i)
      else i = this.mark(i, c)
    }
    return {
      count: this.count,
      start: this.start.slice(0, this.count),
      end: this.end.slice(0, this.count),
      flags: this.flags.slice(0, this.count),
    }
  }

  private push(start: number, end: number, flags: number): void {
    if (this.count === this.start.length) this.grow()
    this.start[this.count] = start
    this.end[this.count] = end
    this.flags[this.count] = flags | this.gap
    this.count++
    this.gap = 0
  }

  private grow(): void {
    const wider = <T extends Int32Array | Uint16Array>(old: T, fresh: T): T => (fresh.set(old), fresh)
    this.start = wider(this.start, new Int32Array(this.start.length * 2))
    this.end = wider(this.end, new Int32Array(this.end.length * 2))
    this.flags = wider(this.flags, new Uint16Array(this.flags.length * 2))
  }

  private skipSpace(from: number): number {
    const { text } = this
    let i = from
    let lines = 0
    for (; i < text.length; i++) {
      const c = charClassAt(text, i)
      if (c === CharClass.newline) lines += text[i] === '\n' && text[i - 1] === '\r' && i > from ? 0 : 1
      else if (c !== CharClass.space && c !== CharClass.ignorable) break
      if (c !== CharClass.ignorable) this.gap |= TokenFlag.spaceBefore
    }
    if (lines > 0) this.gap |= TokenFlag.newlineBefore
    if (lines > 1) this.gap |= TokenFlag.blankLineBefore
    return i
  }

  private mark(from: number, c: number): number {
    const code = this.text.charCodeAt(from)
    const to = from + (code >= 0xd800 && code <= 0xdbff && from + 1 < this.text.length ? 2 : 1)
    this.push(from, to, c === CharClass.punctuation ? TokenFlag.punctuation : TokenFlag.symbol)
    return to
  }

  private dense(from: number): number {
    const { text } = this
    const han = (at: number) => /\p{Script=Han}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
    const width = (at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    let i = from + width(from)
    if (!han(from)) while (i < text.length && charClassAt(text, i) === CharClass.dense && !han(i)) i += width(i)
    this.push(from, i, TokenFlag.word | TokenFlag.dense)
    return i
  }

  /** The end of a run of letters, marks, digits and invisible joiners. */
  private letters(from: number): number {
    const { text } = this
    let i = from
    for (; i < text.length; i++) {
      const c = charClassAt(text, i)
      if (!isLetterClass(c) && c !== CharClass.digit && c !== CharClass.ignorable) break
    }
    while (i > from && charClassAt(text, i - 1) === CharClass.ignorable) i--
    return i
  }

  private isLetterAt(i: number): boolean {
    return i < this.text.length && isLetterClass(charClassAt(this.text, i))
  }

  private word(from: number): number {
    const { text } = this
    const address = this.address(from)
    if (address > 0) return address
    let i = this.letters(from)
    let flags: number = TokenFlag.word
    for (;;) {
      const char = text[i] ?? ''
      if (char === '.') {
        const acronym = this.acronym(from, i)
        if (acronym > i) {
          i = acronym
          flags |= text[i - 1] === '.' ? TokenFlag.dotted : 0
          if (flags & TokenFlag.dotted && !HYPHENS.includes(text[i] ?? ' ')) break
          continue
        }
        break
      }
      const joins =
        (HYPHENS.includes(char) && char !== '' && this.alnumAt(i + 1)) ||
        (APOSTROPHES.includes(char) && char !== '' && this.isLetterAt(i + 1)) ||
        (char === '&' && this.isUpper(i - 1) && this.isUpper(i + 1))
      if (!joins) break
      if (HYPHENS.includes(char)) flags |= TokenFlag.hyphenated
      i = this.letters(i + 1)
    }
    if (text[i] === '.' && !(flags & TokenFlag.hyphenated) && this.keepsStop(from, i)) {
      i++
      flags |= TokenFlag.dotted
    }
    return this.pushWord(from, i, flags)
  }

  private alnumAt(i: number): boolean {
    return this.isLetterAt(i) || (i < this.text.length && charClassAt(this.text, i) === CharClass.digit)
  }

  private isUpper(i: number): boolean {
    return i >= 0 && i < this.text.length && charClassAt(this.text, i) === CharClass.upper
  }

  /** From "U" at `from` with a stop at `stop`: the end of "U.S.", "a.m.", "т.д."; `stop` when there is no such run. */
  private acronym(from: number, stop: number): number {
    if (stop - from !== 1) return stop
    let i = stop
    let letters = 1
    while (this.text[i] === '.' && this.isLetterAt(i + 1) && !this.isLetterAt(i + 2)) {
      i += 2
      letters++
    }
    if (letters < 2) return stop
    return this.text[i] === '.' ? i + 1 : i
  }

  /** Whether the stop at `stop` belongs to the word before it: "Mr. Smith", "George W. Bush", "Acme Corp., which". */
  private keepsStop(from: number, stop: number): boolean {
    const { text } = this
    let next = stop + 1
    while (next < text.length && charClassAt(text, next) === CharClass.space) next++
    if (next >= text.length || charClassAt(text, next) === CharClass.newline) return false
    const c = charClassAt(text, next)
    const spaced = next > stop + 1
    if (stop - from === 1 && this.isUpper(from))
      return text[from] !== 'I' && (c === CharClass.upper || c === CharClass.lower)
    const word = text.slice(from, stop).toLowerCase()
    if (isLeadingAbbreviation(word)) return spaced && c !== CharClass.punctuation
    if (!isClosingAbbreviation(word)) return false
    return text[next] === ',' || text[next] === ';' || (spaced && c === CharClass.lower)
  }

  private pushWord(from: number, to: number, flags: number): number {
    const { text } = this
    const possessive = to - from > 2 && /['’ʼ][sS]$/u.test(text.slice(to - 2, to)) && !(flags & TokenFlag.dotted)
    const stem = possessive ? to - 2 : to
    this.push(from, stem, flags | shapeFlags(this.text, from, stem))
    if (possessive) this.push(stem, to, TokenFlag.word | TokenFlag.possessive)
    return to
  }

  private number(from: number): number {
    const { text } = this
    const address = this.address(from)
    if (address > 0) return address
    const isDigit = (at: number) => at < text.length && charClassAt(text, at) === CharClass.digit
    let i = from
    while (isDigit(i) || ('.,٫٬’'.includes(text[i] ?? ' ') && isDigit(i + 1) && isDigit(i - 1))) i++
    const afterNumber = this.letters(i)
    const tail = text.slice(i, afterNumber)
    const hyphenThenLetter = HYPHENS.includes(text[i] ?? ' ') && this.isLetterAt(i + 1)
    if (tail === '' && hyphenThenLetter) return this.hyphenTail(from, i)
    const apostropheTail = APOSTROPHES.includes(text[i] ?? ' ') && /^s(?![\p{L}\d])/u.test(text.slice(i + 1, i + 3))
    if (tail === '' || UNIT_AFTER_NUMBER.test(tail)) {
      this.push(from, i, TokenFlag.number | TokenFlag.digit)
      if (apostropheTail) {
        this.push(i, i + 2, TokenFlag.word | TokenFlag.possessive)
        return i + 2
      }
      return tail === '' ? i : this.word(i)
    }
    if (ORDINAL_OR_DECADE.test(tail) && hyphenAfter(text, afterNumber) && this.isLetterAt(afterNumber + 1))
      return this.hyphenTail(from, afterNumber)
    return this.pushWord(from, afterNumber, TokenFlag.word | TokenFlag.digit)
  }

  /** "35-year-old", "19th-century": one word from `from`, whose first hyphen stands at `hyphen`. */
  private hyphenTail(from: number, hyphen: number): number {
    let i = hyphen
    while (hyphenAfter(this.text, i) && this.alnumAt(i + 1)) i = this.letters(i + 1)
    return this.pushWord(from, i, TokenFlag.word | TokenFlag.hyphenated | TokenFlag.digit)
  }

  private address(from: number): number {
    ADDRESS.lastIndex = from
    if (!this.mayBeAddress(from)) return 0
    const match = ADDRESS.exec(this.text)
    if (!match) return 0
    const to = from + match[0].replace(/[.,;:!?)\]'’]+$/u, '').length
    this.push(from, to, TokenFlag.word | TokenFlag.address | shapeFlags(this.text, from, to))
    return to
  }

  /** Cheap test before the pattern is tried: the word goes on over "://", "@" or a dot. */
  private mayBeAddress(from: number): boolean {
    const { text } = this
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45)
        continue
      if (code === 64) return true
      if (code === 46) return this.alnumAt(i + 1) && i > from + 1
      return code === 58 && text[i + 1] === '/'
    }
    return false
  }
}

function hyphenAfter(text: string, at: number): boolean {
  return HYPHENS.includes(text[at] ?? ' ')
}
