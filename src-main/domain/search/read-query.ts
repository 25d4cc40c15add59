import { lexQuery, type QueryToken } from './lex-query'
import { parsePattern } from './pattern/parse-pattern'
import { FIELDS, type PhraseNode, type ReadQuery, type SearchNode } from './query'
import { readRecent } from './date-range'
import { fieldNamed, readField, readPlain, type Leaf } from './read-leaf'
import { STOP_WORDS } from './stop-words'

/** More than anyone types; longer input is cut, and said to be. */
const LONGEST_QUERY = 4000
const MOST_TOKENS = 300
const DEEPEST = 40
/** Words between the two sides of NEAR where no number is given. */
const USUAL_DISTANCE = 10

/**
 * Reads a typed search. Never throws and never refuses: what cannot be meant is left out and told in `message`.
 *
 *     query   = list (OR list)*            list = near ((AND) near)*        near = item (NEAR[/n] item)*
 *     item    = (NOT | -) item | ( query ) | NEAR(leaf leaf …, n) | field:leaf | field:( query ) | leaf
 *     leaf    = word | "several words" | =exact | begin* | fuzzy~ | "several words"~n | /pattern/ | 2017-11 | 2017-11..2018-02
 *             | last 30 days
 *
 * The whole language with examples is in docs/search.md. A plain sentence works: words that stand in nearly every article are
 * dropped where others remain.
 */
export function readQuery(typed: string): ReadQuery {
  const notes: string[] = []
  if (typed.length > LONGEST_QUERY) notes.push(`Only the first ${LONGEST_QUERY} characters were searched.`)
  const tokens = lexQuery(typed.slice(0, LONGEST_QUERY))
  if (tokens.length > MOST_TOKENS) notes.push(`Only the first ${MOST_TOKENS} words were searched.`)
  const reader = new QueryReader(tokens.slice(0, MOST_TOKENS), notes)
  const tree = reader.read()
  if (!tree && typed.trim() !== '') notes.push('Type a word to search for, such as a name.')
  return { tree, message: notes.length > 0 ? [...new Set(notes)].join(' ') : null }
}

class QueryReader {
  private at = 0
  private depth = 0
  /** The field whose brackets are being read. */
  private within: string | null = null

  constructor(
    private readonly tokens: QueryToken[],
    private readonly notes: string[],
  ) {}

  read(): SearchNode | null {
    const parts: SearchNode[] = []
    while (this.at < this.tokens.length) {
      const part = this.alternatives()
      if (part) parts.push(part)
      if (this.peek() === 'close') {
        this.notes.push('A closing bracket without an opening one was left out.')
        this.at++
      }
    }
    return join('all', parts)
  }

  private peek(): QueryToken['kind'] | undefined {
    return this.tokens[this.at]?.kind
  }

  private alternatives(): SearchNode | null {
    const parts: SearchNode[] = []
    const first = this.list()
    if (first) parts.push(first)
    while (this.peek() === 'or') {
      this.at++
      const next = this.list()
      if (next) parts.push(next)
      if (!next || parts.length < 2) this.notes.push('An OR with nothing on one side was left out.')
    }
    return join('any', parts)
  }

  private list(): SearchNode | null {
    const parts: SearchNode[] = []
    for (;;) {
      const kind = this.peek()
      if (kind === undefined || kind === 'or' || kind === 'close') break
      if (kind === 'and') {
        this.at++
        if (parts.length === 0 || this.peek() === undefined)
          this.notes.push('An AND with nothing on one side was left out.')
        continue
      }
      const part = this.recent() ?? this.neighbours()
      if (part) parts.push(part)
    }
    return join('all', withoutStopWords(parts))
  }

  /** "last 30 days": three plain words that mean a stretch of time. */
  private recent(): SearchNode | null {
    const words = this.tokens.slice(this.at, this.at + 3).map((token) => (token.kind === 'word' ? token.text : '"'))
    const days = this.within === null && words.length === 3 ? readRecent(words.join(' ')) : null
    if (days === null) return null
    this.at += 3
    return { kind: 'recent', days }
  }

  private neighbours(): SearchNode | null {
    const first = this.item()
    if (this.peek() !== 'near') return first
    const parts = [first]
    let distance = 0
    for (let token = this.tokens[this.at]; token?.kind === 'near'; token = this.tokens[this.at]) {
      this.at++
      distance = Math.max(distance, token.distance ?? USUAL_DISTANCE)
      const kind = this.peek()
      parts.push(kind === undefined || kind === 'or' || kind === 'and' || kind === 'close' ? null : this.item())
    }
    return this.near(parts, distance)
  }

  private near(parts: readonly (SearchNode | null)[], distance: number): SearchNode | null {
    const there = parts.filter((part) => part !== null)
    const phrases = there.filter((part): part is PhraseNode => part.kind === 'phrase')
    if (phrases.length === there.length && phrases.length > 1) return { kind: 'near', parts: phrases, distance }
    this.notes.push(
      there.length < 2
        ? 'NEAR needs a word on each side, as in gas NEAR/5 pipeline.'
        : 'NEAR takes words and “phrases” only; all parts were searched without it.',
    )
    return join('all', there)
  }

  private item(): SearchNode | null {
    const token = this.tokens[this.at++]
    switch (token?.kind) {
      case 'not':
        return this.negated()
      case 'open':
        return this.bracket()
      case 'field':
        return this.field(token.text)
      case 'near':
        return this.nearGroup(token.distance)
      case 'pattern':
        return this.pattern(token.text, token.flags)
      case 'quote':
        return this.quote(token)
      case 'word':
        return this.leaf(wordLeaf(token.text))
      default:
        return null
    }
  }

  private quote(token: Extract<QueryToken, { kind: 'quote' }>): SearchNode | null {
    const node = this.leaf({ text: token.text, quoted: true, exact: token.exact })
    if (token.within === null || node?.kind !== 'phrase' || node.terms.length < 2) return node
    const parts = node.terms.map((term): PhraseNode => ({ ...node, terms: [term], prefix: false }))
    return { kind: 'near', parts, distance: token.within }
  }

  private leaf(leaf: Leaf): SearchNode | null {
    const short = !leaf.quoted && /^[A-Za-z0-9]\*+$/.test(leaf.text)
    if (short) this.notes.push('The beginning of a word needs at least two letters before the *.')
    const cleaned = short ? { ...leaf, text: leaf.text.replace(/\*/g, '') } : leaf
    return this.within === null ? readPlain(cleaned) : readField(this.within, cleaned, (note) => this.notes.push(note))
  }

  private pattern(source: string, flags: string): SearchNode | null {
    if (this.within !== null) this.notes.push('A /pattern/ looks at the whole text; its field was left out.')
    const parsed = parsePattern(source)
    if ('fault' in parsed) {
      this.notes.push(`The pattern /${source}/ was left out: ${parsed.fault}`)
      return null
    }
    return { kind: 'pattern', source, caseSensitive: flags.includes('c') }
  }

  private negated(): SearchNode | null {
    const kind = this.peek()
    if (kind === undefined || kind === 'or' || kind === 'and' || kind === 'close') {
      this.notes.push('A NOT with nothing after it was left out.')
      return null
    }
    if (this.depth >= DEEPEST) return this.tooDeep()
    this.depth++
    const part = this.item()
    this.depth--
    if (!part) return null
    return part.kind === 'not' ? part.part : { kind: 'not', part }
  }

  private bracket(): SearchNode | null {
    if (this.depth >= DEEPEST) return this.tooDeep()
    this.depth++
    const inner = this.alternatives()
    this.depth--
    this.close()
    return inner
  }

  private close(): void {
    if (this.peek() === 'close') this.at++
    else this.notes.push('A bracket that was never closed ends with the query.')
  }

  /** NEAR(gas pipeline, 5) */
  private nearGroup(given: number | null): SearchNode | null {
    if (this.peek() !== 'open') return this.near([], 0)
    this.at++
    const parts: (SearchNode | null)[] = []
    let distance = given
    for (let token = this.tokens[this.at]; token && token.kind !== 'close'; token = this.tokens[this.at]) {
      const before = this.tokens[this.at - 1]
      const last = this.tokens[this.at + 1]?.kind === 'close'
      if (last && endsWithComma(before) && token.kind === 'word' && /^\d{1,3}$/.test(token.text)) {
        distance = Number(token.text)
        this.at++
      } else parts.push(this.item())
    }
    this.close()
    return this.near(parts, distance ?? USUAL_DISTANCE)
  }

  private tooDeep(): null {
    this.notes.push(`Brackets deeper than ${DEEPEST} were left out.`)
    return null
  }

  private field(name: string): SearchNode | null {
    const kind = this.peek()
    if (kind !== 'word' && kind !== 'quote' && kind !== 'open' && kind !== 'pattern') {
      this.notes.push(`${name}: needs a word after it.`)
      return null
    }
    const field = fieldNamed(name)
    if (field === null) {
      this.notes.push(`There is no field “${name}”; searched for the words instead. Fields: ${FIELDS.join(', ')}.`)
      return join(
        'all',
        [readPlain(wordLeaf(name)), this.item()].filter((node) => node !== null),
      )
    }
    const outer = this.within
    this.within = field
    const node = this.item()
    this.within = outer
    return node
  }
}

const endsWithComma = (token: QueryToken | undefined) => token?.kind === 'word' && token.text.endsWith(',')

function wordLeaf(text: string): Leaf {
  return text.startsWith('=')
    ? { text: text.slice(1), quoted: false, exact: true }
    : { text, quoted: false, exact: false }
}

function join(kind: 'all' | 'any', parts: SearchNode[]): SearchNode | null {
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null)
}

function withoutStopWords(parts: SearchNode[]): SearchNode[] {
  const telling = parts.filter((part) => !isStopWord(part))
  return telling.some((part) => part.kind !== 'not') ? telling : parts
}

function isStopWord(node: SearchNode): boolean {
  return node.kind === 'phrase' && !node.exact && !node.prefix && STOP_WORDS.has(node.terms[0] ?? '')
}
