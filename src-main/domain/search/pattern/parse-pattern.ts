import { isWordChar, matchesNothing, writtenOut, type CharTest, type PatternTree } from './pattern-tree'

/** A repeat is written out so often at most. */
const MOST_REPEATS = 100
const MOST_WRITTEN_OUT = 1000
const DEEPEST = 50
const SPACE = /\s/u
const DIGIT = /\p{Nd}/u

const isDigit: CharTest = (code) => DIGIT.test(String.fromCharCode(code))
const isSpace: CharTest = (code) => SPACE.test(String.fromCharCode(code))
const not =
  (test: CharTest): CharTest =>
  (code) =>
    !test(code)
const CLASSES: Record<string, CharTest> = {
  d: isDigit, D: not(isDigit), w: isWordChar, W: not(isWordChar), s: isSpace, S: not(isSpace),
} // prettier-ignore
const CONTROLS: Record<string, string> = { n: '\n', t: '\t', r: '\r' }

class PatternFault extends Error {}

/**
 * Reads a pattern: letters, `.`, `[a-z]`, `[^…]`, `\d \w \s` and their opposites, `\b`, `^ $` (lines), `( )`, `|`, `* + ? {2,5}`.
 * What would need remembering (`\1`) or looking around is refused, because no engine can promise an end for it. `fault` is a
 * sentence for the person who typed it.
 */
export function parsePattern(source: string, caseSensitive = false): { tree: PatternTree } | { fault: string } {
  try {
    const tree = new PatternParser(source, caseSensitive).read()
    if (writtenOut(tree) > MOST_WRITTEN_OUT) return { fault: 'it is too long once its repeats are written out.' }
    return matchesNothing(tree) ? { fault: 'it would be found everywhere, even between letters.' } : { tree }
  } catch (error) {
    if (error instanceof PatternFault) return { fault: error.message }
    throw error
  }
}

class PatternParser {
  private at = 0
  private depth = 0

  constructor(
    private readonly source: string,
    private readonly caseSensitive: boolean,
  ) {}

  read(): PatternTree {
    const tree = this.choice()
    if (this.at < this.source.length) throw new PatternFault('it has a closing bracket without an opening one.')
    return tree
  }

  private choice(): PatternTree {
    const parts = [this.sequence()]
    while (this.source[this.at] === '|') {
      this.at++
      parts.push(this.sequence())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts }
  }

  private sequence(): PatternTree {
    const parts: PatternTree[] = []
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) parts.push(this.repeated())
    return { kind: 'sequence', parts }
  }

  private repeated(): PatternTree {
    let part = this.atom()
    for (;;) {
      const bounds = this.bounds()
      if (!bounds) return part
      if (part.kind === 'place') throw new PatternFault('an edge cannot be repeated.')
      // "a+?" finds the same articles as "a+".
      if (this.source[this.at] === '?') this.at++
      part = { kind: 'repeat', part, ...bounds }
    }
  }

  private bounds(): { least: number; most: number } | null {
    const char = this.source[this.at]
    if (char === '*' || char === '+' || char === '?') {
      this.at++
      return { least: char === '+' ? 1 : 0, most: char === '?' ? 1 : Infinity }
    }
    const braces = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.source.slice(this.at, this.at + 12))
    if (!braces) return null
    this.at += braces[0].length
    const least = Number(braces[1])
    const most = braces[2] === undefined ? least : braces[3] ? Number(braces[3]) : Infinity
    if (most < least) throw new PatternFault(`${braces[0]} ends before it begins.`)
    if (least > MOST_REPEATS || (most !== Infinity && most > MOST_REPEATS))
      throw new PatternFault(`nothing can be repeated more than ${MOST_REPEATS} times.`)
    return { least, most }
  }

  private atom(): PatternTree {
    const char = this.source[this.at++] ?? ''
    switch (char) {
      case '(':
        return this.group()
      case '[':
        return { kind: 'char', test: this.set() }
      case '.':
        return { kind: 'char', test: (code) => code !== 10 && code !== 13 }
      case '^':
        return { kind: 'place', place: 'start' }
      case '$':
        return { kind: 'place', place: 'end' }
      case '*':
      case '+':
      case '?':
        throw new PatternFault(`${char} has nothing before it to repeat.`)
      case '\\':
        return this.escaped()
      default:
        return { kind: 'char', test: this.literal(char) }
    }
  }

  private group(): PatternTree {
    if (this.source[this.at] === '?') {
      if (this.source[this.at + 1] !== ':') throw new PatternFault('looking around, as (?=…) does, is not possible.')
      this.at += 2
    }
    if (++this.depth > DEEPEST) throw new PatternFault('its brackets are too deep.')
    const tree = this.choice()
    this.depth--
    if (this.source[this.at] !== ')') throw new PatternFault('it has a bracket that is never closed.')
    this.at++
    return tree
  }

  private escaped(): PatternTree {
    const char = this.source[this.at++]
    if (char === undefined) throw new PatternFault('it ends with a backslash.')
    if (char === 'b' || char === 'B') return { kind: 'place', place: char === 'b' ? 'edge' : 'no-edge' }
    const known = CLASSES[char]
    if (known) return { kind: 'char', test: known }
    if (/[1-9]/.test(char)) throw new PatternFault(`\\${char} (the same again) is not possible.`)
    return { kind: 'char', test: this.literal(CONTROLS[char] ?? char) }
  }

  private set(): CharTest {
    const negated = this.source[this.at] === '^'
    if (negated) this.at++
    const tests: CharTest[] = []
    for (let first = true; ; first = false) {
      const char = this.source[this.at]
      if (char === undefined) throw new PatternFault('it has a [ that is never closed.')
      if (char === ']' && !first) break
      tests.push(this.member())
    }
    this.at++
    const any: CharTest = (code) => tests.some((test) => test(code))
    return negated ? not(any) : any
  }

  private member(): CharTest {
    const from = this.memberChar()
    if (typeof from !== 'string') return from
    if (this.source[this.at] !== '-' || (this.source[this.at + 1] ?? ']') === ']') return this.literal(from)
    this.at++
    const to = this.memberChar()
    if (typeof to !== 'string') throw new PatternFault('a range in [ ] needs a letter on each side.')
    if (to < from) throw new PatternFault(`${from}-${to} ends before it begins.`)
    const within: CharTest = (code) => code >= from.charCodeAt(0) && code <= to.charCodeAt(0)
    return this.caseSensitive
      ? within
      : (code) => casesOf(String.fromCharCode(code)).some((one) => within(one.charCodeAt(0)))
  }

  private memberChar(): string | CharTest {
    const char = this.source[this.at++] ?? ''
    if (char !== '\\') return char
    const escaped = this.source[this.at++]
    if (escaped === undefined) throw new PatternFault('it ends with a backslash.')
    return CLASSES[escaped] ?? CONTROLS[escaped] ?? escaped
  }

  private literal(char: string): CharTest {
    const codes = (this.caseSensitive ? [char] : casesOf(char)).map((one) => one.charCodeAt(0))
    return (code) => codes.includes(code)
  }
}

/** A letter with its other case, where that is one code unit. */
function casesOf(char: string): string[] {
  return [char, char.toLowerCase(), char.toUpperCase()].filter((one) => one.length === 1)
}
