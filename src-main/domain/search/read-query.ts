import { readDateRange } from './date-range'
import { lexQuery, type QueryToken } from './lex-query'
import { FACT_FIELDS, type FactField, type PhraseNode, type ReadQuery, type SearchNode } from './query'
import { STOP_WORDS } from './stop-words'
import { searchWords } from './words'

/** More than anyone types; longer input is cut, and said to be. */
const LONGEST_QUERY = 4000
const MOST_TOKENS = 300
const DEEPEST = 40

/**
 * Reads a typed search. Never throws and never refuses: what cannot be meant is left out and told in `message`.
 *
 *     query   = list (OR list)*            list = item ((AND) item)*        item = (NOT | -) item | ( query ) | leaf
 *     leaf    = word | "several words" | =exact | begin* | field:leaf | 2017-11 | 2017-11..2018-02
 *     fields  = title place agency lang path person org date
 *
 * A plain sentence works: words that stand in nearly every article are dropped where others remain.
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
      const part = this.item()
      if (part) parts.push(part)
    }
    return join('all', withoutStopWords(parts))
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
      case 'quote':
        return phrase(token.text, { exact: true, prefix: endsWithStar(token.text) })
      case 'word':
        return this.word(token.text)
      default:
        return null
    }
  }

  private word(typed: string, title = false): SearchNode | null {
    const short = /^=?[A-Za-z0-9]\*+$/.test(typed)
    if (short) this.notes.push('The beginning of a word needs at least two letters before the *.')
    return readLeaf(short ? typed.replace(/\*/g, '') : typed, title)
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
    if (this.peek() === 'close') this.at++
    else this.notes.push('A bracket that was never closed ends with the query.')
    return inner
  }

  private tooDeep(): null {
    this.notes.push(`Brackets deeper than ${DEEPEST} were left out.`)
    return null
  }

  private field(name: string): SearchNode | null {
    const token = this.tokens[this.at]
    if (token?.kind !== 'word' && token?.kind !== 'quote') {
      this.notes.push(`${name}: needs a word after it.`)
      return null
    }
    this.at++
    if (name === 'title')
      return token.kind === 'quote'
        ? phrase(token.text, { exact: true, title: true, prefix: endsWithStar(token.text) })
        : this.word(token.text, true)
    if (name === 'date') return this.dateField(token.text)
    const field = FACT_FIELDS.find((known) => known === name) ?? (FIELD_SYNONYMS[name] as FactField | undefined)
    if (field) return token.text.trim() === '' ? null : { kind: 'fact', field, value: token.text.trim() }
    this.notes.push(
      `There is no field “${name}”; searched for the words instead. Fields: title, ${FACT_FIELDS.join(', ')}, date.`,
    )
    return join(
      'all',
      [phrase(name, {}), phrase(token.text, { exact: token.kind === 'quote' })].filter((node) => node !== null),
    )
  }

  private dateField(text: string): SearchNode | null {
    const range = readDateRange(text) ?? readDateRange(`${text}..${text}`)
    if (range) return { kind: 'date', ...range }
    this.notes.push('A date is written 2017, 2017-11, 2017-11-09 or 2017-11..2018-02.')
    return null
  }
}

const FIELD_SYNONYMS: Record<string, string> = {
  language: 'lang',
  file: 'path',
  organization: 'org',
  organisation: 'org',
  people: 'person',
}

function readLeaf(typed: string, title = false): SearchNode | null {
  const range = title ? null : readDateRange(typed)
  if (range) return { kind: 'date', ...range }
  const exact = typed.startsWith('=')
  return phrase(exact ? typed.slice(1) : typed, { exact, title, prefix: endsWithStar(typed) })
}

const endsWithStar = (typed: string) => /[\p{L}\p{N}\p{M}]\*+$/u.test(typed)

function phrase(text: string, how: Partial<Pick<PhraseNode, 'exact' | 'prefix' | 'title'>>): PhraseNode | null {
  const terms = searchWords(text).map((word) => word.term)
  if (terms.length === 0) return null
  const { exact = false, prefix = false, title = false } = how
  return { kind: 'phrase', terms, prefix, exact: exact || terms.length > 1, title }
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
